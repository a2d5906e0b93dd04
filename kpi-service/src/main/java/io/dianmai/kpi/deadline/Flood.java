package io.dianmai.kpi.deadline;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Many rungs of one store that come due together, as far as they have been fired.
 *
 * @param firstRungAt in the year 9999 as long as there is none
 * @param lastRungAt 1970 as long as there is none
 */
public record Flood(
        String digestId,
        Map<DeadlineKind, Integer> rungs,
        SequencedSet<Role> audience,
        SequencedSet<String> recipients,
        Instant firstRungAt,
        Instant lastRungAt,
        int late) {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static Flood begin(String digestId) {
        return new Flood(
                digestId,
                new EnumMap<>(DeadlineKind.class),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                NEVER,
                Instant.EPOCH,
                0);
    }

    /** This flood with one more rung; the collections are its own and change in place. */
    Flood with(ReminderFired rung) {
        rungs.merge(rung.kind(), 1, Integer::sum);
        audience.addAll(rung.audience());
        if (rung.recipients() != null) {
            recipients.addAll(rung.recipients());
        }
        return new Flood(
                digestId,
                rungs,
                audience,
                recipients,
                rung.rungAt().isBefore(firstRungAt) ? rung.rungAt() : firstRungAt,
                rung.rungAt().isAfter(lastRungAt) ? rung.rungAt() : lastRungAt,
                rung.late() ? late + 1 : late);
    }

    ReminderDigest digest() {
        List<ReminderDigest.KindCount> counts = new ArrayList<>();
        new EnumMap<>(rungs).forEach((kind, count) -> counts.add(new ReminderDigest.KindCount(kind, count)));
        return new ReminderDigest(
                counts, List.copyOf(audience), List.copyOf(recipients), firstRungAt, lastRungAt, late);
    }

    /** As JSON. */
    public static Serde<Flood> serde() {
        return Serdes.serdeFrom(
                (_, flood) -> flood == null ? null : EventJson.MAPPER.writeValueAsBytes(flood),
                (_, json) -> json == null ? null : EventJson.MAPPER.readValue(json, Flood.class));
    }
}
