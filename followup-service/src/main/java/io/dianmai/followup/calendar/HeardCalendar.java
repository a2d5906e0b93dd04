package io.dianmai.followup.calendar;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.calendar.BusinessCalendar;
import io.dianmai.kit.org.StoreCalendars;

/**
 * The business hours of a store as they were last heard.
 *
 * @param sequence of the snapshot that told them
 */
record HeardCalendar(String storeId, long sequence, Hours hours) {

    /** All that business time depends on. */
    record Hours(String zone, BusinessHours week) {
        static Hours of(StorePublished store) {
            return new Hours(store.zone(), store.businessHours());
        }

        String text() {
            return EventJson.MAPPER.writeValueAsString(this);
        }

        static Hours parse(String text) {
            return EventJson.MAPPER.readValue(text, Hours.class);
        }
    }

    BusinessCalendar calendar() {
        return StoreCalendars.calendarOf(storeId, hours.zone(), hours.week());
    }
}
