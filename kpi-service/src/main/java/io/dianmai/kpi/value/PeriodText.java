package io.dianmai.kpi.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods as they are written: {@code 2026-11-21}, {@code 2026-11-T3}, {@code 2026-W47}, {@code 2026-11},
 * {@code 2026-Q4}, {@code 2026}.
 */
final class PeriodText {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TEN_DAY = Pattern.compile("(\\d{4}-\\d{2})-T([1-3])");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private PeriodText() {}

    static Optional<ReportingPeriod> read(String text) {
        try {
            return day(text)
                    .or(() -> match(MONTH, text).map(_ -> new ReportingPeriod.Month(YearMonth.parse(text))))
                    .or(() -> match(TEN_DAY, text)
                            .map(cut -> new ReportingPeriod.TenDay(YearMonth.parse(cut.group(1)), number(cut, 2))))
                    .or(() -> match(WEEK, text)
                            .map(cut -> new ReportingPeriod.Week(number(cut, 1), number(cut, 2)))
                            .filter(ReportingPeriod.Week::exists))
                    .or(() -> match(QUARTER, text)
                            .map(cut -> new ReportingPeriod.Quarter(number(cut, 1), number(cut, 2))))
                    .or(() -> match(YEAR, text).map(_ -> new ReportingPeriod.Year(Integer.parseInt(text))))
                    .filter(_ -> yearIsKept(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The days from the first to the last, as rows write them. */
    static List<String> days(LocalDate first, LocalDate last) {
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).map(LocalDate::toString).toList();
    }

    private static Optional<ReportingPeriod> day(String text) {
        return match(DAY, text).map(_ -> new ReportingPeriod.Day(LocalDate.parse(text)));
    }

    private static Optional<MatchResult> match(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static int number(MatchResult cut, int group) {
        return Integer.parseInt(cut.group(group));
    }

    private static boolean yearIsKept(String text) {
        int year = Integer.parseInt(text.substring(0, 4));
        return year >= ReportingPeriod.FIRST_YEAR && year <= ReportingPeriod.LAST_YEAR;
    }
}
