package io.dianmai.kpi.audit;

import io.dianmai.kpi.counter.RowKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A day, month or year of which there are rows.
 *
 * @param rows periods of all rows within it: its own, and those of its months and days
 */
record AuditedPeriod(String text, LocalDate firstDay, List<String> rows) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Reads {@code 2026-11-21}, {@code 2026-11} or {@code 2026}; empty for anything else. */
    static Optional<AuditedPeriod> parse(String text) {
        try {
            AuditedPeriod period = switch (text.length()) {
                case 4 -> of(Year.parse(text));
                case 7 -> of(YearMonth.parse(text));
                case 10 -> of(LocalDate.parse(text));
                default -> null;
            };
            return Optional.ofNullable(period)
                    .filter(known -> known.firstDay().getYear() >= FIRST_YEAR
                            && known.firstDay().getYear() <= LAST_YEAR);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    static AuditedPeriod of(LocalDate day) {
        return new AuditedPeriod(day.toString(), day, List.of(day.toString()));
    }

    private static AuditedPeriod of(YearMonth month) {
        List<String> rows = new ArrayList<>(List.of(month.toString()));
        IntStream.rangeClosed(1, month.lengthOfMonth())
                .forEach(day -> rows.add(month.atDay(day).toString()));
        return new AuditedPeriod(month.toString(), month.atDay(1), List.copyOf(rows));
    }

    private static AuditedPeriod of(Year year) {
        List<String> rows = new ArrayList<>(List.of(year.toString()));
        IntStream.rangeClosed(1, 12)
                .forEach(month -> rows.addAll(of(year.atMonth(month)).rows()));
        return new AuditedPeriod(year.toString(), year.atDay(1), List.copyOf(rows));
    }

    /** The rows of a store to compare; levels since ever only where everything was read. */
    List<RowKey> keys(String storeId, boolean fromTheBeginning) {
        List<RowKey> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(new RowKey(storeId, row)));
        if (fromTheBeginning) {
            keys.add(RowKey.ever(storeId));
        }
        return keys;
    }
}
