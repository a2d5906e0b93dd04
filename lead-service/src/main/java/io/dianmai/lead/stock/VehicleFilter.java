package io.dianmai.lead.stock;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Paging;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which vehicles are wanted, and in which order; what is absent does not matter.
 *
 * @param olderThanDays only vehicles that have stood for more calendar days than that
 * @param clash only vehicles that more than one order names, or with false the others
 * @param sort {@code age}: the longest in stock first; {@code -age}: the newest first
 */
record VehicleFilter(
        @Nullable String storeId,
        @Nullable String vehicleRef,
        @Nullable String model,
        @Nullable String colour,
        @Nullable StockState state,
        @Nullable @PositiveOrZero @Max(36500) Integer olderThanDays,
        @Nullable Boolean clash,
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final String OLDEST_FIRST = "age";
    private static final String NEWEST_FIRST = "-age";

    Paging paging() {
        return Paging.of(Vehicles.AGED_FROM, direction(), limit, cursor);
    }

    private Sort.Direction direction() {
        if (sort == null || sort.equals(OLDEST_FIRST)) {
            return Sort.Direction.ASC;
        }
        if (sort.equals(NEWEST_FIRST)) {
            return Sort.Direction.DESC;
        }
        throw ProblemException.invalid(List.of(new Violation("sort", "Must be age or -age.")));
    }

    /** The vehicles wanted of a page, of the stores that the viewer may see. */
    Criteria within(Viewer viewer, Paging paging, Instant now, ZoneId zone) {
        List<Criteria> all = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        add(all, Vehicles.REFERENCE, vehicleRef);
        add(all, Vehicles.MODEL, model);
        add(all, Vehicles.COLOUR, colour);
        add(all, Vehicles.STATE, state);
        if (olderThanDays != null) {
            all.add(Criteria.where(Vehicles.AGED_FROM).lt(StockAge.before(now, olderThanDays, zone)));
        }
        if (clash != null) {
            all.add(Criteria.where(Vehicles.FIRST_CLASH).exists(clash));
        }
        return new Criteria().andOperator(all);
    }

    private static void add(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }
}
