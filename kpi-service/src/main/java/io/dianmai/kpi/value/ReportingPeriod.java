package io.dianmai.kpi.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The span that values are asked for: a business day, a month or a year, each in the zone of its store. */
sealed interface ReportingPeriod {
    int FIRST_YEAR = 2000;
    int LAST_YEAR = 2100;

    /** Periods of the rows that add up to it. */
    List<String> rows();

    /** Its last day. */
    LocalDate end();

    record Day(LocalDate day) implements ReportingPeriod {
        @Override
        public List<String> rows() {
            return List.of(day.toString());
        }

        @Override
        public LocalDate end() {
            return day;
        }
    }

    record Month(YearMonth month) implements ReportingPeriod {
        @Override
        public List<String> rows() {
            return List.of(month.toString());
        }

        @Override
        public LocalDate end() {
            return month.atEndOfMonth();
        }
    }

    record Year(int year) implements ReportingPeriod {
        @Override
        public List<String> rows() {
            return IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> YearMonth.of(year, month).toString())
                    .toList();
        }

        @Override
        public LocalDate end() {
            return LocalDate.of(year, 12, 31);
        }
    }

    /** Reads {@code 2026-11-21}, {@code 2026-11} or {@code 2026}; empty for anything else. */
    static Optional<ReportingPeriod> parse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> within(new Year(Integer.parseInt(text)));
                case 7 -> within(new Month(YearMonth.parse(text)));
                case 10 -> within(new Day(LocalDate.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<ReportingPeriod> within(ReportingPeriod period) {
        int year = period.end().getYear();
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(period);
    }

    /**
     * Periods of the rows that hold what happened after it, up to the month of {@code today}: what a level has moved
     * since.
     */
    default List<String> rowsAfter(LocalDate today) {
        YearMonth month = YearMonth.from(end());
        Stream<LocalDate> days =
                end().plusDays(1).datesUntil(month.atEndOfMonth().plusDays(1));
        List<String> after = new ArrayList<>(days.map(LocalDate::toString).toList());
        YearMonth last = YearMonth.from(today);
        for (YearMonth next = month.plusMonths(1); !next.isAfter(last); next = next.plusMonths(1)) {
            after.add(next.toString());
        }
        return after;
    }
}
