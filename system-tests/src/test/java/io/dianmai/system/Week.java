package io.dianmai.system;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;

/**
 * The last whole week, and the times around it as a script writes them: {@code Tue 14:10} is of the week itself, {@code Tue+2
 * 14:10} two weeks later, {@code Fri-2 10:00} two weeks before.
 */
record Week(LocalDate monday) {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int NAME = 3;

    static Week last() {
        return new Week(LocalDate.now(TestGroup.ZONE)
                .with(previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1));
    }

    LocalDate day(String day) {
        String weeks = day.substring(NAME);
        return monday.plusDays(DAYS.indexOf(day.substring(0, NAME)))
                .plusWeeks(weeks.isEmpty() ? 0 : Integer.parseInt(weeks));
    }

    Instant at(String moment) {
        String[] parts = moment.split(" ");
        return day(parts[0])
                .atTime(LocalTime.parse(parts[1]))
                .atZone(TestGroup.ZONE)
                .toInstant();
    }

    /** The day as a script writes it. */
    String dayOf(Instant instant) {
        long days = ChronoUnit.DAYS.between(monday, atStore(instant).toLocalDate());
        long weeks = Math.floorDiv(days, 7);
        String name = DAYS.get(Math.floorMod(days, 7));
        return weeks == 0 ? name : name + (weeks > 0 ? "+" : "") + weeks;
    }

    /** The time as a script writes it. */
    String momentOf(Instant instant) {
        return dayOf(instant) + " " + atStore(instant).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    Instant end() {
        return at("Mon+1 00:00");
    }

    /** As the KPIs call it. */
    String period() {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static ZonedDateTime atStore(Instant instant) {
        return instant.atZone(TestGroup.ZONE);
    }
}
