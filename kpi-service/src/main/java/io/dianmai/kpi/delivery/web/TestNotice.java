package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.NoticeKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A notice of something that has not happened, for trying out a target. */
final class TestNotice {
    private static final String STORE = "test";
    /** Receivers tell it from real ones by this. */
    private static final URI SOURCE = URI.create("/kpi-service/test");

    private TestNotice() {}

    static Notice of(DeliveryTarget target, Instant now) {
        DeadlineKind kind = target.kinds().stream().sorted().findFirst().orElse(DeadlineKind.FOLLOW_UP);
        List<Role> audience = target.roles().stream().sorted().toList();
        var fired = new ReminderFired(
                kind,
                STORE,
                0,
                0,
                audience.isEmpty() ? List.of(Role.SALES_MANAGER) : audience,
                List.of(),
                null,
                RungAction.NOTIFY,
                now,
                now,
                now,
                false,
                null);
        var event = new Envelope<ReminderEvent>(AggregateIds.next(), SOURCE, STORE, now, STORE, 1, now, null, fired);
        return new Notice(event.id(), NoticeKind.TEST, STORE, STORE, now, event);
    }
}
