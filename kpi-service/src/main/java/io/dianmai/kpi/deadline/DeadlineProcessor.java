package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.state.Commits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Starts and stops clocks as events tell, and fires the rungs that come due. */
public final class DeadlineProcessor implements Processor<String, ClockOrders, String, byte[]> {
    public static final String DEADLINES = "deadlines";
    public static final String LADDERS = "ladder-marks";
    public static final String SILENCE = "store-silence";
    public static final String ROSTER = "store-roster";
    public static final String FLOODS = "floods";

    private final LadderBook ladders;
    private final Settings settings;
    private final Backlogs backlogs;
    private final DeadlineMetrics metrics;
    private final Commits commits;
    private ProcessorContext<String, byte[]> context;
    private Clockwork clocks;
    private StoreSilence silence;
    private CatchUpGate gate;
    private OutageGuard outages;
    private boolean awaited;

    /**
     * How it fires.
     *
     * @param grace how long a deadline that had lapsed before it was told waits for its clearing event
     * @param tick how often it looks for what is due
     * @param digestAbove more rungs of one store that come due together are told by a digest
     * @param silence when a store is called silent
     * @param defaultZone of a store that the registry has not named yet
     */
    public record Settings(Duration grace, Duration tick, int digestAbove, SilencePolicy silence, ZoneId defaultZone) {}

    public DeadlineProcessor(
            LadderBook ladders, Settings settings, Backlogs backlogs, DeadlineMetrics metrics, Commits commits) {
        this.ladders = ladders;
        this.settings = settings;
        this.backlogs = backlogs;
        this.metrics = metrics;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        var stores = new Clockwork.Stores(
                context.getStateStore(DEADLINES),
                context.getStateStore(LADDERS),
                context.getStateStore(ROSTER),
                context.getStateStore(FLOODS));
        clocks = new Clockwork(stores, ladders, settings, new Sending(), DueIndex.MOST);
        silence = new StoreSilence(
                context.getStateStore(SILENCE), clocks.book(), settings.silence(), settings.defaultZone());
        gate = new CatchUpGate(backlogs.engine(), context.taskId().partition());
        outages = new OutageGuard(backlogs, context.taskId().partition());
        metrics.armed(context.taskId().toString(), clocks.waiting());
        context.schedule(settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, ClockOrders> record) {
        FiringPace.ofThread().heardEvent();
        Envelope<EventData> event = record.value().event();
        for (DeadlineChange change : record.value().changes()) {
            boolean changed = clocks.apply(change, event.storeId(), event.recordedTime());
            if (change instanceof Snooze && !changed) {
                metrics.snoozeCameTooLate();
            }
        }
        if (event.data() instanceof StorePublished store) {
            clocks.on(event.storeId(), store);
            silence.on(event.storeId(), store);
        } else if (SignsOfLife.in(event.data())) {
            silence.hear(event.storeId(), event.recordedTime(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
        }
    }

    private void tick(long now) {
        FiringPace pace = FiringPace.ofThread();
        BooleanSupplier hasTime = pace.tick(settings.tick());
        clocks.refresh();
        if (gate.isOpen(now)) {
            outages.tick(now);
            silence.settle();
            Instant instant = Instant.ofEpochMilli(now);
            if (!clocks.fireDue(instant, hasTime, new SilentDue(silence, outages, instant))) {
                pace.needsMore();
            }
        }
        if (awaited && commits.soon(context)) {
            awaited = false;
        }
        clocks.follow(hasTime);
        metrics.armed(context.taskId().toString(), clocks.waiting());
    }

    private final class Sending implements Clockwork.Sink {
        @Override
        public void fired(Envelope<ReminderFired> reminder, Duration late) {
            send(reminder);
            metrics.fired(reminder.data().kind(), late);
            if (reminder.data().kind() == DeadlineKind.STORE_SILENT) {
                silence.reported(reminder.storeId());
            }
        }

        @Override
        public void digest(Envelope<ReminderDigest> digest) {
            send(digest);
            metrics.digest();
        }

        private void send(Envelope<? extends ReminderEvent> event) {
            ProducerRecord<String, byte[]> encoded = EventCodec.toRecord(event);
            context.forward(new Record<>(
                    event.storeId(), encoded.value(), event.recordedTime().toEpochMilli(), encoded.headers()));
            awaited = true;
        }
    }

    @Override
    public void close() {
        metrics.gone(context.taskId().toString());
    }
}
