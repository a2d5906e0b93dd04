package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Ladders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Starts and stops clocks as events tell, and fires the rungs that come due. */
public final class DeadlineProcessor implements Processor<String, Envelope<EventData>, String, byte[]> {
    public static final String DEADLINES = "deadlines";
    public static final String DUE = "due-index";
    public static final String CURSOR = "due-cursor";
    public static final String SILENCE = "store-silence";
    public static final String ROSTER = "store-roster";
    public static final String FLOODS = "floods";

    private final LadderBook ladderBook;
    private final Settings settings;
    private final Backlogs backlogs;
    private final DeadlineMetrics metrics;
    private ProcessorContext<String, byte[]> context;
    /** From one tick to the next the same, whatever others hear meanwhile. */
    private Ladders ladders;

    private DueIndex index;
    private DeadlineBook book;
    private StoreRoster roster;
    private ReminderWriter writer;
    private Firing firing;
    private Floods floods;
    private LadderWalk walk;
    private StoreSilence silence;
    private CatchUpGate gate;
    private OutageGuard outages;

    /**
     * How it fires.
     *
     * @param grace how long a deadline that had lapsed before it was told waits for its clearing event
     * @param tick how often it looks for what is due
     * @param digestAbove more rungs of one store that come due together are told by a digest
     * @param silence when a store is called silent
     * @param defaultZone of a store that the registry has not named yet
     */
    public record Settings(
            Duration grace, Duration tick, int digestAbove, SilencePolicy silence, ZoneId defaultZone) {}

    public DeadlineProcessor(
            LadderBook ladderBook, Settings settings, Backlogs backlogs, DeadlineMetrics metrics) {
        this.ladderBook = ladderBook;
        this.settings = settings;
        this.backlogs = backlogs;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        ladders = ladderBook.current();
        KeyValueStore<String, byte[]> deadlines = context.getStateStore(DEADLINES);
        KeyValueStore<String, Long> marks = context.getStateStore(CURSOR);
        index = new DueIndex(context.getStateStore(DUE), marks);
        roster = new StoreRoster(context.getStateStore(ROSTER), settings.defaultZone());
        book = new DeadlineBook(deadlines, index, () -> ladders, roster::placeOf, settings.grace());
        writer = new ReminderWriter(roster);
        firing = new Firing(book, index);
        floods = new Floods(context.getStateStore(FLOODS), book, index, settings.digestAbove());
        walk = new LadderWalk(deadlines, marks, book);
        silence = new StoreSilence(
                context.getStateStore(SILENCE), book, settings.silence(), settings.defaultZone());
        gate = new CatchUpGate(backlogs.engine(), context.taskId().partition());
        outages = new OutageGuard(backlogs, context.taskId().partition());
        metrics.armed(context.taskId().toString(), index.size());
        context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, Envelope<EventData>> record) {
        Envelope<EventData> event = record.value();
        for (DeadlineChange change : DeadlineRules.changes(event)) {
            boolean changed = book.apply(change, event.storeId(), event.recordedTime());
            if (change instanceof Snooze && !changed) {
                metrics.snoozeCameTooLate();
            }
        }
        if (event.data() instanceof StorePublished store) {
            if (roster.on(event.storeId(), store)) {
                walk.again();
            }
            silence.on(event.storeId(), store);
        } else if (SignsOfLife.in(event.data())) {
            silence.hear(event.storeId(), event.recordedTime(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
        }
    }

    private void tick(long now) {
        ladders = ladderBook.current();
        FiringPace pace = FiringPace.ofThread();
        BooleanSupplier hasTime = pace.tick(settings.tick());
        if (gate.isOpen(now)) {
            outages.tick(now);
            if (!fireDue(Instant.ofEpochMilli(now), hasTime)) {
                pace.needsMore();
            }
        }
        walk.step(ladders.version(), hasTime);
        metrics.armed(context.taskId().toString(), index.size());
    }

    /** False when there was not enough time for all that is due. */
    private boolean fireDue(Instant now, BooleanSupplier hasTime) {
        var dues = new SilentDue(silence, outages, now);
        boolean done = floods.count(now, hasTime)
                && firing.fireDue(
                        now, hasTime, dues, (id, deadline, ladder, rung) -> fire(id, deadline, ladder, rung, now));
        if (done) {
            floods.end((store, digestId, digest) -> {
                send(writer.digest(store, digestId, digest, now));
                metrics.digest();
            });
        }
        return done;
    }

    private void fire(String id, Deadline deadline, Ladder ladder, int rung, Instant now) {
        String digestId = floods.digestOf(deadline.storeId(), deadline.kind());
        Envelope<ReminderFired> reminder = writer.reminder(id, deadline, ladder, rung, now, digestId);
        send(reminder);
        metrics.fired(deadline.kind(), Duration.between(deadline.firesAt(ladder, rung, settings.grace()), now));
        if (digestId != null) {
            floods.add(deadline.storeId(), reminder.data());
        }
        if (deadline.kind() == DeadlineKind.STORE_SILENT) {
            silence.reported(deadline.storeId());
        }
    }

    private void send(Envelope<? extends ReminderEvent> event) {
        ProducerRecord<String, byte[]> encoded = EventCodec.toRecord(event);
        context.forward(new Record<>(
                event.storeId(), encoded.value(), event.recordedTime().toEpochMilli(), encoded.headers()));
    }

    @Override
    public void close() {
        metrics.gone(context.taskId().toString());
    }
}
