package io.dianmai.kpi.delivery;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 免打扰时段: inside them deliveries wait until they end, then leave as one digest where the channel can.
 *
 * @param from the first moment that is quiet, by the clocks of the zone
 * @param to the first moment that is not; before {@code from} where the night lies between them, never the same
 * @param evenThen kinds of deadlines that are told all the same
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Set<DeadlineKind> evenThen) {
    public QuietHours {
        evenThen = Set.copyOf(evenThen);
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours without an end");
        }
    }

    /** When those that {@code now} lies in end; empty when now is not quiet. */
    public Optional<Instant> quietUntil(Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        if (!isQuiet(here.toLocalTime())) {
            return Optional.empty();
        }
        LocalDate today = here.toLocalDate();
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> moments(day.atTime(to)))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    /** When clocks show this time: once, twice when they are set back, and when they jump over it, then. */
    private Stream<Instant> moments(LocalDateTime shown) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(shown);
        ZoneOffsetTransition jump = rules.getTransition(shown);
        return offsets.isEmpty() && jump != null
                ? Stream.of(jump.getInstant())
                : offsets.stream().map(shown::toInstant);
    }
}
