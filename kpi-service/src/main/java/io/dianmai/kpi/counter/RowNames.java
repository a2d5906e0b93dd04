package io.dianmai.kpi.counter;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** The names of the rows that an event of a store changes; those of its latest day are at hand. */
final class RowNames {
    private final Map<String, Names> latest = new HashMap<>();

    /** Of one store and one business day, as {@link RowKey#toString()} writes them. */
    record Names(LocalDate date, String day, String month, String year, String ever) {}

    Names of(String storeId, LocalDate date) {
        Names known = latest.get(storeId);
        if (known == null || !known.date().equals(date)) {
            known = new Names(
                    date,
                    RowKey.day(storeId, date).toString(),
                    RowKey.month(storeId, YearMonth.from(date)).toString(),
                    RowKey.year(storeId, Year.from(date)).toString(),
                    RowKey.ever(storeId).toString());
            latest.put(storeId, known);
        }
        return known;
    }
}
