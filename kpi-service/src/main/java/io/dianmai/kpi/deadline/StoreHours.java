package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.calendar.BusinessCalendar;
import io.dianmai.kpi.ImplausibleEvent;
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

/** When a store is open, as the registry said last; a store without hours is open around the clock. */
public record StoreHours(ZoneId zone, BusinessHours hours) {
    private static final BusinessHours AROUND_THE_CLOCK = new BusinessHours(
            Stream.of(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            Function.identity(), _ -> List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
            Set.of(),
            Map.of());

    static StoreHours aroundTheClock(ZoneId zone) {
        return new StoreHours(zone, AROUND_THE_CLOCK);
    }

    /**
     * The hours of a store.
     *
     * @throws ImplausibleEvent when there is no such zone
     */
    public static StoreHours of(StorePublished store) {
        BusinessHours hours = store.businessHours();
        ZoneId zone = zone(store);
        return hours.week().values().stream().allMatch(List::isEmpty)
                ? aroundTheClock(zone)
                : new StoreHours(zone, hours);
    }

    private static ZoneId zone(StorePublished store) {
        try {
            return ZoneId.of(store.zone());
        } catch (DateTimeException unknown) {
            throw new ImplausibleEvent("there is no such zone as the store's");
        }
    }

    /**
     * These hours as a calendar.
     *
     * @throws ImplausibleEvent when no store can have such hours
     */
    public BusinessCalendar calendar() {
        try {
            return new BusinessCalendar(hours, zone);
        } catch (IllegalArgumentException impossible) {
            throw new ImplausibleEvent("no store can have such business hours");
        }
    }
}
