package io.dianmai.kpi.delivery.queue;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kit.messaging.EventHandler;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.target.TargetBook;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what the engine fired and puts it into the queues of those who are to be told. */
@Component
class ReminderIntake implements EventHandler {
    private final TargetBook targets;
    private final StoreReplica stores;
    private final Intake intake;
    private final DeliverySettings settings;
    private final Clock clock;

    ReminderIntake(TargetBook targets, StoreReplica stores, Intake intake, DeliverySettings settings, Clock clock) {
        this.targets = targets;
        this.stores = stores;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void on(Envelope<EventData> event) {
        if (event.data() instanceof ReminderEvent reminder && isToldByItself(reminder)) {
            tell(event, reminder);
        }
    }

    /** People hear of the others by their digest. */
    private static boolean isToldByItself(ReminderEvent event) {
        return switch (event) {
            case ReminderFired fired -> fired.digestId() == null;
            case ReminderDigest _ -> true;
        };
    }

    private void tell(Envelope<EventData> event, ReminderEvent reminder) {
        // Which deliveries there were is known for so long; before, this was told, or nobody wanted it.
        if (event.time().isBefore(clock.instant().minus(settings.retention()))) {
            return;
        }
        @Nullable StorePublished store = stores.find(event.storeId()).orElse(null);
        Notice notice = Notice.of(with(event, reminder), store == null ? event.storeId() : store.name());
        for (DeliveryTarget target : targets.asOf(event.time())) {
            if (Matching.matches(target, notice, store)) {
                intake.put(target, notice, notice.id());
            }
        }
    }

    private static Envelope<ReminderEvent> with(Envelope<EventData> event, ReminderEvent data) {
        return new Envelope<>(
                event.id(),
                event.source(),
                event.subject(),
                event.time(),
                event.storeId(),
                event.sequence(),
                event.recordedTime(),
                event.traceParent(),
                data);
    }
}
