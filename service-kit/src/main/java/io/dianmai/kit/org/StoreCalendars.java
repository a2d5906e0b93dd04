package io.dianmai.kit.org;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Zone and calendar of a store as it was published. The registry refuses hours that no store can have; should some be heard
 * all the same, the store works by the default hours, for its work must go on.
 */
public final class StoreCalendars {
    /** Where a store is taken to be until the registry has told. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    /** Nine to six every day. */
    public static final BusinessHours NINE_TO_SIX = new BusinessHours(
            Stream.of(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            Function.identity(),
                            day -> List.of(new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(18, 0))))),
            Set.of(),
            Map.of());

    /** Nine to six every day. */
    static final BusinessCalendar DEFAULT_CALENDAR = new BusinessCalendar(NINE_TO_SIX, DEFAULT_ZONE);

    private static final Logger log = LoggerFactory.getLogger(StoreCalendars.class);

    private StoreCalendars() {}

    static ZoneId zoneOf(StorePublished store) {
        return zoneOf(store.storeId(), store.zone());
    }

    /** When a store with these hours in that zone is open. */
    public static BusinessCalendar calendarOf(String storeId, String zone, BusinessHours hours) {
        ZoneId where = zoneOf(storeId, zone);
        try {
            return new BusinessCalendar(hours, where);
        } catch (IllegalArgumentException impossible) {
            log.warn("store {} has impossible business hours and works from nine to six", storeId);
            return new BusinessCalendar(NINE_TO_SIX, where);
        }
    }

    static BusinessCalendar calendarOf(StorePublished store) {
        return calendarOf(store.storeId(), store.zone(), store.businessHours());
    }

    private static ZoneId zoneOf(String storeId, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            log.warn("store {} is in a zone that does not exist and is taken to be in {}", storeId, DEFAULT_ZONE);
            return DEFAULT_ZONE;
        }
    }
}
