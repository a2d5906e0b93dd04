package io.dianmai.kpi.counter;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a complaint of which category was opened: a value of {@link Dimension#COMPLAINT_SLOT}, as text
 * {@code WAITING|1|14} for Mondays from 14:00 to 15:00.
 *
 * @param hour 0 to 23, in the store's zone
 */
public record ComplaintSlot(ComplaintCategory category, DayOfWeek weekday, int hour) {

    static ComplaintSlot of(ComplaintCategory category, Instant opened, ZoneId zone) {
        ZonedDateTime local = opened.atZone(zone);
        return new ComplaintSlot(category, local.getDayOfWeek(), local.getHour());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static ComplaintSlot parse(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no complaint slot");
        }
        return new ComplaintSlot(
                ComplaintCategory.valueOf(parts[0]),
                DayOfWeek.of(Integer.parseInt(parts[1])),
                Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return category + "|" + weekday.getValue() + "|" + hour;
    }
}
