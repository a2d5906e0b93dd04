package io.dianmai.lead.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** 库龄: how many calendar days of the store a vehicle has stood in the stock of the group. The first day is day 0. */
final class StockAge {
    private StockAge() {}

    /** Until {@code at}; none for a vehicle that came later than that. */
    static long days(Instant agedFrom, Instant at, ZoneId zone) {
        return Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(agedFrom, zone), LocalDate.ofInstant(at, zone)));
    }

    /** Vehicles that came before this have stood for {@code days} or more. */
    static Instant arrivedBefore(Instant at, int days, ZoneId zone) {
        return LocalDate.ofInstant(at, zone)
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
