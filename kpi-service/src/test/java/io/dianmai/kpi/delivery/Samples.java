package io.dianmai.kpi.delivery;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reminders, digests and targets to try things with. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");

    private Samples() {}

    public static ReminderFired fired(DeadlineKind kind, @Nullable String digestId) {
        return new ReminderFired(
                kind,
                "P1",
                1,
                15,
                List.of(Role.SALES_MANAGER),
                List.of("A1"),
                "A1",
                RungAction.NOTIFY,
                NOW,
                NOW,
                NOW,
                false,
                digestId);
    }

    public static Notice reminder(String id, DeadlineKind kind) {
        return Notice.of(event(id, fired(kind, null)), "店 S1");
    }

    public static Notice digest(String id, DeadlineKind... kinds) {
        var counts = List.of(kinds).stream()
                .map(kind -> new ReminderDigest.KindCount(kind, 20))
                .toList();
        return Notice.of(
                event(id, new ReminderDigest(counts, List.of(Role.GENERAL_MANAGER), List.of("A2"), NOW, NOW, 3)),
                "店 S1");
    }

    public static Envelope<ReminderEvent> event(String id, ReminderEvent data) {
        return new Envelope<>(id, URI.create("/kpi-service"), "D1", NOW, "S1", 2, NOW, null, data);
    }

    public static DeliveryTarget target(String id) {
        return target(id, null, "https://example.com/hook");
    }

    public static DeliveryTarget target(String id, @Nullable QuietHours quiet, String address) {
        return new DeliveryTarget(
                id,
                "target " + id,
                ChannelKind.WEBHOOK,
                new TargetScope.Group(),
                Set.of(),
                Set.of(),
                Language.ZH,
                quiet,
                address,
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                NOW);
    }
}
