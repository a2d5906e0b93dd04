package io.dianmai.local.sample.group;

import static java.util.stream.Collectors.toMap;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways in which the stores of the sample are open. Their holidays and make-up days (调休) are those of 2026. */
enum OpeningPlan {
    DAILY {
        @Override
        BusinessHours hours() {
            return open(EnumSet.allOf(DayOfWeek.class), THROUGH, Set.of());
        }
    },
    LUNCH_BREAK {
        @Override
        BusinessHours hours() {
            return open(EnumSet.allOf(DayOfWeek.class), WITH_LUNCH, Set.of());
        }
    },
    /** The weekend is for selling; closed Mondays are made up for in the holiday weeks. */
    CLOSED_MONDAY {
        @Override
        BusinessHours hours() {
            return open(
                    EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY)),
                    THROUGH,
                    Set.of(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 10, 5)));
        }
    },
    /** Works the Sundays that the state declared working days in exchange for holidays. */
    CLOSED_SUNDAY {
        @Override
        BusinessHours hours() {
            return open(
                    EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)),
                    WITH_LUNCH,
                    Set.of(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 9, 20)));
        }
    };

    private static final List<Window> THROUGH = List.of(new Window(LocalTime.of(8, 30), LocalTime.of(18, 0)));
    private static final List<Window> WITH_LUNCH = List.of(
            new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Window(LocalTime.of(13, 0), LocalTime.of(18, 0)));

    /** New Year, Spring Festival, Labour Day, National Day. */
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 2, 16),
            LocalDate.of(2026, 2, 17),
            LocalDate.of(2026, 2, 18),
            LocalDate.of(2026, 2, 19),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 2));

    abstract BusinessHours hours();

    private static BusinessHours open(Set<DayOfWeek> days, List<Window> windows, Set<LocalDate> makeUpDays) {
        Map<DayOfWeek, List<Window>> week = days.stream().collect(toMap(day -> day, _ -> windows));
        return new BusinessHours(week, HOLIDAYS, makeUpDays.stream().collect(toMap(day -> day, _ -> windows)));
    }
}
