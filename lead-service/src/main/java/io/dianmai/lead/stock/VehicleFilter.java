package io.dianmai.lead.stock;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which vehicles are wanted; what is absent does not matter.
 *
 * @param agedBefore only vehicles that came into the stock of the group before that
 * @param clash only vehicles that more than one order names, or with false the others
 */
record VehicleFilter(
        @Nullable String storeId,
        @Nullable String vehicleRef,
        @Nullable String model,
        @Nullable String colour,
        @Nullable StockState state,
        @Nullable Instant agedBefore,
        @Nullable Boolean clash) {

    /** @param sort {@code age}, or absent: the longest in stock first; {@code -age}: the newest first */
    static Paging paging(@Nullable String sort, @Nullable Integer limit, @Nullable String cursor) {
        return Paging.of(Vehicles.AGED_FROM, direction(sort), limit, cursor);
    }

    private static Sort.Direction direction(@Nullable String sort) {
        if (sort == null || sort.equals("age")) {
            return Sort.Direction.ASC;
        }
        if (sort.equals("-age")) {
            return Sort.Direction.DESC;
        }
        throw ProblemException.invalid(List.of(new Violation("sort", "Must be age or -age.")));
    }

    /** The vehicles wanted of a page, of the stores that the viewer may see. */
    Criteria within(Viewer viewer, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        add(all, Vehicles.REFERENCE, vehicleRef);
        add(all, Vehicles.MODEL, model);
        add(all, Vehicles.COLOUR, colour);
        add(all, Vehicles.STATE, state);
        if (agedBefore != null) {
            all.add(Criteria.where(Vehicles.AGED_FROM).lt(agedBefore));
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
