package io.dianmai.kpi.value;

import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.StockCounting;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rows tell a level (存量) at the end of a day: the present level, without what moved it since. When less of the
 * month has gone than is to come, the whole month is taken back and its days so far are put on again.
 *
 * @param added rows that count
 * @param takenBack rows that count backwards
 */
record LevelRows(List<String> added, List<String> takenBack) {
    /** No level is told further ahead. */
    private static final Period TOLD_AHEAD = Period.ofDays(Math.toIntExact(StockCounting.AGED.toDays()) + 1);

    /**
     * The level at the end of {@code end}.
     *
     * @param horizon the last day on which anything can have happened anywhere
     * @param sliced whether rows are cut by dimensions: of years there are none
     */
    static LevelRows at(LocalDate end, LocalDate horizon, boolean sliced) {
        YearMonth month = YearMonth.from(end);
        LocalDate lastMoved = month.atEndOfMonth().isBefore(horizon) ? month.atEndOfMonth() : horizon;
        List<String> since = PeriodText.days(end.plusDays(1), lastMoved);
        if (since.size() <= end.getDayOfMonth()) {
            return new LevelRows(
                    List.of(RowKey.EVER), join(since, monthsAndYears(month.plusMonths(1), horizon, sliced)));
        }
        return new LevelRows(
                join(List.of(RowKey.EVER), PeriodText.days(month.atDay(1), end)),
                monthsAndYears(month, horizon, sliced));
    }

    /**
     * The same for a level of which it is told ahead when it moves. What is to come does not count before its day, also
     * where the period has not ended.
     *
     * @param today the last day on which anything can have happened anywhere
     */
    static LevelRows ofToldAhead(LocalDate end, LocalDate today, boolean sliced) {
        LocalDate horizon = today.plus(TOLD_AHEAD);
        return at(end.isBefore(today) ? end : today, horizon, sliced);
    }

    /** All rows that are needed. */
    List<String> all() {
        return join(added, takenBack);
    }

    private static List<String> monthsAndYears(YearMonth first, LocalDate horizon, boolean sliced) {
        YearMonth last = YearMonth.from(horizon);
        List<String> rows = new ArrayList<>();
        for (YearMonth next = first; !next.isAfter(last); ) {
            boolean wholeYear = !sliced && next.getMonthValue() == 1;
            rows.add(wholeYear ? "%04d".formatted(next.getYear()) : next.toString());
            next = next.plusMonths(wholeYear ? 12 : 1);
        }
        return rows;
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
