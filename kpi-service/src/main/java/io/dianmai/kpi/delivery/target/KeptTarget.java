package io.dianmai.kpi.delivery.target;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A target as it is kept. */
@Document("delivery_targets")
record KeptTarget(
        @Id String id,
        long revision,
        String name,
        ChannelKind channel,
        String scope,
        List<DeadlineKind> kinds,
        List<Role> roles,
        Language language,
        @Nullable KeptQuiet quiet,
        String address,
        List<KeptSecret> secrets,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** Quiet hours as text, which no store moves to another zone. */
    record KeptQuiet(String from, String to, String zone, List<DeadlineKind> evenThen) {
        static @Nullable KeptQuiet of(@Nullable QuietHours hours) {
            return hours == null
                    ? null
                    : new KeptQuiet(
                            hours.from().toString(),
                            hours.to().toString(),
                            hours.zone().getId(),
                            hours.evenThen().stream().sorted().toList());
        }

        QuietHours hours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone), Set.copyOf(evenThen));
        }
    }

    /**
     * A secret, sealed.
     *
     * @param until it signs no longer than this; absent for the present one
     */
    record KeptSecret(String sealed, @Nullable Instant until) {
        boolean holds(Instant now) {
            return until == null || now.isBefore(until);
        }
    }
}
