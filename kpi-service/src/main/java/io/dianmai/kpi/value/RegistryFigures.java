package io.dianmai.kpi.value;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.target.WorkingDays;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;

/** Figures that the registry tells of a store, as it has the store now. */
final class RegistryFigures {
    private static final Map<String, Figure> BY_NAME = Map.of(
            "bays", (store, _) -> store.bays(),
            "parkingSpaces", (store, _) -> store.parkingSpaces(),
            "bayDays",
                    (store, period) -> (long) store.bays()
                            * WorkingDays.of(store.businessHours()).between(period.start(), period.end()),
            "serviceAdvisors", (store, period) -> staff(store, Role.SERVICE_ADVISER, period.end()),
            "technicians", (store, period) -> staff(store, Role.TECHNICIAN, period.end()),
            "renewalSpecialists", (store, period) -> staff(store, Role.RENEWAL_SPECIALIST, period.end()));

    private RegistryFigures() {}

    @FunctionalInterface
    private interface Figure {
        long of(StorePublished store, ReportingPeriod period);
    }

    /** The figure of this name; empty when the registry tells no such thing. */
    static OptionalLong of(StorePublished store, ReportingPeriod period, String name) {
        Figure figure = BY_NAME.get(name);
        return figure == null ? OptionalLong.empty() : OptionalLong.of(figure.of(store, period));
    }

    /** Who works on this day; somebody without a first day was always there. */
    private static long staff(StorePublished store, Role role, LocalDate day) {
        return store.staff().stream()
                .filter(member -> member.roles().contains(role))
                .filter(member -> member.worksOn(day))
                .count();
    }
}
