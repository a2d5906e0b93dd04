package io.dianmai.followup.contact;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The query of the contact log, newest first.
 *
 * @param from contacts made at this time or later
 * @param to contacts made before this time
 */
record ContactSearch(
        @Nullable @Size(max = 100) String leadId,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable @Size(max = 100) String storeId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 200) String cursor,
        @Nullable Integer limit) {
    private static final String AT = "at";

    Page<ContactView> page(ContactLog log, Viewer viewer, Function<Contacted, ContactView> view) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid(List.of(new Violation("to", "Must be later than from.")));
        }
        var paging = Paging.of(AT, limit, cursor);
        var conditions = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        if (leadId != null) {
            conditions.add(Criteria.where("leadId").is(leadId));
        }
        if (advisorId != null) {
            conditions.add(Criteria.where("advisorId").is(advisorId));
        }
        if (from != null) {
            conditions.add(Criteria.where(AT).gte(from));
        }
        if (to != null) {
            conditions.add(Criteria.where(AT).lt(to));
        }
        var found = log.find(new Criteria().andOperator(conditions), paging.order(), paging.wanted());
        return paging.page(found, Contacted::at, stored -> view.apply(stored.state()));
    }
}
