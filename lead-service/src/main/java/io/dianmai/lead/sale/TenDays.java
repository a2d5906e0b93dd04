package io.dianmai.lead.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * 旬: one of the three parts of a month, the first two of ten days each.
 *
 * @param from first day
 * @param to last day
 */
record TenDays(LocalDate from, LocalDate to) {

    static List<TenDays> of(YearMonth month) {
        return List.of(
                new TenDays(month.atDay(1), month.atDay(10)),
                new TenDays(month.atDay(11), month.atDay(20)),
                new TenDays(month.atDay(21), month.atEndOfMonth()));
    }

    boolean contains(Instant time, ZoneId zone) {
        LocalDate day = time.atZone(zone).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
