package io.dianmai.kpi.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of periods, as steps of a series. */
public enum Step {
    DAY {
        @Override
        public ReportingPeriod containing(LocalDate day) {
            return new ReportingPeriod.Day(day);
        }
    },
    /** 旬 */
    TENDAY {
        @Override
        public ReportingPeriod containing(LocalDate day) {
            return new ReportingPeriod.TenDay(YearMonth.from(day), Math.min(3, (day.getDayOfMonth() + 9) / 10));
        }
    },
    WEEK {
        @Override
        public ReportingPeriod containing(LocalDate day) {
            return ReportingPeriod.Week.of(day);
        }
    },
    MONTH {
        @Override
        public ReportingPeriod containing(LocalDate day) {
            return new ReportingPeriod.Month(YearMonth.from(day));
        }
    },
    QUARTER {
        @Override
        public ReportingPeriod containing(LocalDate day) {
            return new ReportingPeriod.Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        }
    },
    YEAR {
        @Override
        public ReportingPeriod containing(LocalDate day) {
            return new ReportingPeriod.Year(day.getYear());
        }
    };

    /** The period of this kind that a day lies in. */
    public abstract ReportingPeriod containing(LocalDate day);

    /** The step that queries call so, for example {@code tenday}. */
    public static Optional<Step> named(String name) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
