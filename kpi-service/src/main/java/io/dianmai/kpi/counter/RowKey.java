package io.dianmai.kpi.counter;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * Names the row of one store and one period; as text {@code store|period}.
 *
 * @param period a business day ({@code 2026-11-21}), a month ({@code 2026-11}), a year ({@code 2026}; totals only),
 *     or {@link #EVER}
 */
public record RowKey(String storeId, String period) {
    /** The period without end: its row holds the present level of each gauge. */
    public static final String EVER = "ever";

    private static final char SEPARATOR = '|';

    public static RowKey day(String storeId, LocalDate day) {
        return new RowKey(storeId, day.toString());
    }

    public static RowKey month(String storeId, YearMonth month) {
        return new RowKey(storeId, month.toString());
    }

    public static RowKey year(String storeId, Year year) {
        return new RowKey(storeId, year.toString());
    }

    public static RowKey ever(String storeId) {
        return new RowKey(storeId, EVER);
    }

    /** Reads what {@link #toString()} wrote. */
    public static RowKey parse(String text) {
        int separator = text.lastIndexOf(SEPARATOR);
        if (separator < 1) {
            throw new IllegalArgumentException("no row key");
        }
        return new RowKey(text.substring(0, separator), text.substring(separator + 1));
    }

    @Override
    public String toString() {
        return storeId + SEPARATOR + period;
    }
}
