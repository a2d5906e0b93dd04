package io.dianmai.kpi.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The span that values are asked for, from its first to its last business day, each in the zone of its store. */
public sealed interface ReportingPeriod {
    int FIRST_YEAR = 2000;
    int LAST_YEAR = 2100;

    LocalDate start();

    LocalDate end();

    /** Periods of the rows whose totals add up to it, as few as there can be. */
    List<String> rows();

    /** The same for rows that are cut by dimensions, which there are of days and months only. */
    default List<String> slicedRows() {
        return rows();
    }

    /** 环比: the period of its kind just before it. */
    ReportingPeriod previous();

    /** 同比: its like a year before; empty where the calendar has none. */
    Optional<ReportingPeriod> sameLastYear();

    /** How queries write it; {@link PeriodText} reads it. */
    @Override
    String toString();

    /** Reads what queries write; empty when it is none, or not from 2000 to 2100. */
    static Optional<ReportingPeriod> parse(String text) {
        return PeriodText.read(text);
    }

    /** A business day. */
    record Day(LocalDate day) implements ReportingPeriod {
        @Override
        public LocalDate start() {
            return day;
        }

        @Override
        public LocalDate end() {
            return day;
        }

        @Override
        public List<String> rows() {
            return List.of(day.toString());
        }

        @Override
        public Day previous() {
            return new Day(day.minusDays(1));
        }

        @Override
        public Optional<ReportingPeriod> sameLastYear() {
            LocalDate before = day.minusYears(1);
            return before.getDayOfMonth() == day.getDayOfMonth() ? Optional.of(new Day(before)) : Optional.empty();
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /**
     * 旬: the first ten days of a month, the second ten, or the rest.
     *
     * @param third 1 to 3
     */
    record TenDay(YearMonth month, int third) implements ReportingPeriod {
        @Override
        public LocalDate start() {
            return month.atDay(third * 10 - 9);
        }

        @Override
        public LocalDate end() {
            return third == 3 ? month.atEndOfMonth() : month.atDay(third * 10);
        }

        @Override
        public List<String> rows() {
            return PeriodText.days(start(), end());
        }

        @Override
        public TenDay previous() {
            return third == 1 ? new TenDay(month.minusMonths(1), 3) : new TenDay(month, third - 1);
        }

        @Override
        public Optional<ReportingPeriod> sameLastYear() {
            return Optional.of(new TenDay(month.minusYears(1), third));
        }

        @Override
        public String toString() {
            return month + "-T" + third;
        }
    }

    /** A week from Monday on; weeks belong to the year that has their Thursday (ISO 8601). */
    record Week(int weekYear, int week) implements ReportingPeriod {
        /** The week that a day lies in. */
        static Week of(LocalDate day) {
            return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        @Override
        public LocalDate start() {
            return LocalDate.of(weekYear, 1, 4).plusWeeks(week - 1L).with(DayOfWeek.MONDAY);
        }

        @Override
        public LocalDate end() {
            return start().plusDays(6);
        }

        /** Whether the year has a week of this number; some have 53, most 52. */
        boolean exists() {
            return equals(of(start()));
        }

        @Override
        public List<String> rows() {
            return PeriodText.days(start(), end());
        }

        @Override
        public Week previous() {
            return of(start().minusDays(7));
        }

        @Override
        public Optional<ReportingPeriod> sameLastYear() {
            return Optional.of(new Week(weekYear - 1, week))
                    .filter(Week::exists)
                    .map(ReportingPeriod.class::cast);
        }

        @Override
        public String toString() {
            return "%04d-W%02d".formatted(weekYear, week);
        }
    }

    /** A calendar month. */
    record Month(YearMonth month) implements ReportingPeriod {
        @Override
        public LocalDate start() {
            return month.atDay(1);
        }

        @Override
        public LocalDate end() {
            return month.atEndOfMonth();
        }

        @Override
        public List<String> rows() {
            return List.of(month.toString());
        }

        @Override
        public Month previous() {
            return new Month(month.minusMonths(1));
        }

        @Override
        public Optional<ReportingPeriod> sameLastYear() {
            return Optional.of(new Month(month.minusYears(1)));
        }

        @Override
        public String toString() {
            return month.toString();
        }
    }

    /**
     * Three calendar months.
     *
     * @param quarter 1 to 4
     */
    record Quarter(int year, int quarter) implements ReportingPeriod {
        @Override
        public LocalDate start() {
            return LocalDate.of(year, quarter * 3 - 2, 1);
        }

        @Override
        public LocalDate end() {
            return start().plusMonths(3).minusDays(1);
        }

        @Override
        public List<String> rows() {
            return IntStream.rangeClosed(quarter * 3 - 2, quarter * 3)
                    .mapToObj(month -> YearMonth.of(year, month).toString())
                    .toList();
        }

        @Override
        public Quarter previous() {
            return quarter == 1 ? new Quarter(year - 1, 4) : new Quarter(year, quarter - 1);
        }

        @Override
        public Optional<ReportingPeriod> sameLastYear() {
            return Optional.of(new Quarter(year - 1, quarter));
        }

        @Override
        public String toString() {
            return "%04d-Q%d".formatted(year, quarter);
        }
    }

    /** A calendar year. */
    record Year(int year) implements ReportingPeriod {
        @Override
        public LocalDate start() {
            return LocalDate.of(year, 1, 1);
        }

        @Override
        public LocalDate end() {
            return LocalDate.of(year, 12, 31);
        }

        @Override
        public List<String> rows() {
            return List.of(toString());
        }

        @Override
        public List<String> slicedRows() {
            return IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> YearMonth.of(year, month).toString())
                    .toList();
        }

        @Override
        public Year previous() {
            return new Year(year - 1);
        }

        @Override
        public Optional<ReportingPeriod> sameLastYear() {
            return Optional.of(previous());
        }

        @Override
        public String toString() {
            return "%04d".formatted(year);
        }
    }
}
