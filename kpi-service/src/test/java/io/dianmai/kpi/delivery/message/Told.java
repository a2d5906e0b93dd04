package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.TargetScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices and targets that the tests of all channels tell of. */
public final class Told {
    /** Ten in the morning in Hangzhou. */
    public static final Instant NOW = Instant.parse("2026-03-12T02:00:00Z");

    public static final String STORE = "hz-xihu";
    static final String ADVISER = "hz-xihu-a03";
    static final String ABOUT = "985533d4-a59c-5fcf-a883-17df3fd22cca";

    private Told() {}

    /** A rung that fired an hour and a half after it was due. */
    public static Notice reminder(String id, DeadlineKind kind, String storeName) {
        return notice(id, storeName, fired(kind, Duration.ofMinutes(90), RungAction.NOTIFY));
    }

    static ReminderFired fired(DeadlineKind kind, Duration afterDue, RungAction action) {
        return new ReminderFired(
                kind,
                ABOUT,
                1,
                afterDue.toMinutes(),
                List.of(Role.SALES_MANAGER),
                List.of(ADVISER),
                ADVISER,
                action,
                NOW.minus(afterDue),
                NOW,
                NOW,
                false,
                null);
    }

    public static Notice digest(String id, String storeName) {
        return notice(
                id,
                storeName,
                new ReminderDigest(
                        List.of(
                                new ReminderDigest.KindCount(DeadlineKind.FOLLOW_UP, 31),
                                new ReminderDigest.KindCount(DeadlineKind.LEAD_IDLE, 4)),
                        List.of(Role.SALES_MANAGER, Role.GROUP_HQ),
                        List.of(ADVISER),
                        NOW.minus(Duration.ofHours(16)),
                        NOW,
                        33));
    }

    static Notice notice(String id, String storeName, ReminderEvent data) {
        return Notice.of(
                new Envelope<>(id, URI.create("/kpi-service"), "deadline", NOW, STORE, 1, NOW, null, data), storeName);
    }

    /** The wording that ships, at {@link #STORE}. */
    public static Wording wording(Clock clock) {
        ShippedWording shipped = shipped();
        TemplateBook book = new TemplateBook(shipped.templates(), Map::of, clock);
        return new Wording(shipped.words(), book, new Hangzhou(), clock);
    }

    public static Wording wording() {
        return wording(Clock.fixed(NOW, ZoneId.of("UTC")));
    }

    static ShippedWording shipped() {
        try {
            return ShippedWording.load();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static DeliveryTarget target(ChannelKind channel, Language language, String address, String... secrets) {
        return new DeliveryTarget(
                "target-1",
                "after-sales",
                channel,
                new TargetScope.Group(),
                Set.of(),
                Set.of(),
                language,
                null,
                address,
                List.of(secrets),
                NOW);
    }

    private static final class Hangzhou implements Places {
        @Override
        public ZoneId zone(String storeId) {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Optional<String> staffName(String storeId, String staffId) {
            return staffId.equals(ADVISER) ? Optional.of("王敏") : Optional.empty();
        }
    }
}
