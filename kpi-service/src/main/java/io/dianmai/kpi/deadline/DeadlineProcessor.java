package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.state.Commits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Starts and stops clocks as events tell, and fires the rungs that come due. */
public final class DeadlineProcessor implements Processor<String, Envelope<EventData>, String, byte[]> {
    public static final String DEADLINES = "deadlines";
    public static final String DUE = "due-index";
    public static final String CURSOR = "due-cursor";
    public static final String SILENCE = "store-silence";

    /** Bounds the work of one tick, so that many deadlines due at once do not hold back the events. */
    static final int RUNGS_PER_TICK = 2_000;

    private final LadderBook ladders;
    private final Duration grace;
    private final Duration tick;
    private final Backlogs backlogs;
    private final DeadlineMetrics metrics;
    private final Commits commits;
    private final SilencePolicy silencePolicy;
    private final ZoneId defaultZone;
    private ProcessorContext<String, byte[]> context;
    private DeadlineBook book;
    private StoreSilence silence;
    private CatchUpGate gate;
    private OutageGuard outages;
    private boolean awaited;

    /**
     * @param grace how long a deadline that had lapsed before it was told waits for its clearing event
     * @param tick how often it looks for what is due
     * @param defaultZone of a store that the registry has not named yet
     */
    public DeadlineProcessor(
            LadderBook ladders,
            Duration grace,
            Duration tick,
            Backlogs backlogs,
            DeadlineMetrics metrics,
            Commits commits,
            SilencePolicy silencePolicy,
            ZoneId defaultZone) {
        this.ladders = ladders;
        this.grace = grace;
        this.tick = tick;
        this.backlogs = backlogs;
        this.metrics = metrics;
        this.commits = commits;
        this.silencePolicy = silencePolicy;
        this.defaultZone = defaultZone;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        book = new DeadlineBook(
                context.getStateStore(DEADLINES),
                new DueIndex(context.getStateStore(DUE), context.getStateStore(CURSOR)),
                ladders,
                grace);
        silence = new StoreSilence(context.getStateStore(SILENCE), book, silencePolicy, defaultZone);
        gate = new CatchUpGate(backlogs.engine(), context.taskId().partition());
        outages = new OutageGuard(backlogs, context.taskId().partition());
        metrics.armed(context.taskId().toString(), book.waiting());
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::fire);
    }

    @Override
    public void process(Record<String, Envelope<EventData>> record) {
        Envelope<EventData> event = record.value();
        List<DeadlineChange> changes = DeadlineRules.changes(event.data(), event.aggregateId());
        for (DeadlineChange change : changes) {
            book.apply(change, event.storeId(), event.recordedTime());
        }
        if (event.data() instanceof StorePublished store) {
            silence.on(event.storeId(), store);
        } else if (SignsOfLife.in(event.data())) {
            silence.hear(event.storeId(), event.recordedTime(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
        }
    }

    private void fire(long now) {
        if (gate.isOpen(now)) {
            outages.tick(now);
            silence.settle();
            awaited |= book.fireDue(Instant.ofEpochMilli(now), RUNGS_PER_TICK, dues(now), this::send) > 0;
            if (awaited && commits.soon(context)) {
                awaited = false;
            }
        }
        metrics.armed(context.taskId().toString(), book.waiting());
    }

    private LiveDue dues(long now) {
        return new LiveDue() {
            @Override
            public @Nullable Instant of(Deadline deadline) {
                return isSilence(deadline) ? silence.silentAt(deadline.storeId()) : deadline.dueAt();
            }

            @Override
            public boolean isCertain(Deadline deadline) {
                return !isSilence(deadline) || outages.nothingMissing(now);
            }
        };
    }

    private static boolean isSilence(Deadline deadline) {
        return deadline.kind() == DeadlineKind.STORE_SILENT;
    }

    private void send(Envelope<ReminderFired> reminder) {
        ProducerRecord<String, byte[]> encoded = EventCodec.toRecord(reminder);
        context.forward(new Record<>(
                reminder.storeId(), encoded.value(), reminder.recordedTime().toEpochMilli(), encoded.headers()));
        metrics.fired(reminder.data());
        if (reminder.data().kind() == DeadlineKind.STORE_SILENT) {
            silence.reported(reminder.storeId());
        }
    }

    @Override
    public void close() {
        metrics.gone(context.taskId().toString());
    }
}
