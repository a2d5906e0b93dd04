package io.dianmai.kpi.journal;

import java.time.LocalDate;

/** A store and one of its business days; as text {@code store|2026-11-21}. */
record StoreDay(String storeId, LocalDate day) {
    @Override
    public String toString() {
        return storeId + '|' + day;
    }

    static StoreDay parse(String text) {
        int bar = text.lastIndexOf('|');
        return new StoreDay(text.substring(0, bar), LocalDate.parse(text.substring(bar + 1)));
    }
}
