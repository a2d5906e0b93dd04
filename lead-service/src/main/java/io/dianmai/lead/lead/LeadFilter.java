package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** Which leads are wanted; what is absent does not matter. */
record LeadFilter(
        @Nullable String storeId,
        @Nullable String advisorId,
        @Nullable Stage stage,
        @Nullable Level level) {

    /** The leads wanted of a page, of the stores that the viewer may see. */
    Criteria within(Viewer viewer, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        add(all, Leads.ADVISOR, advisorId);
        add(all, Leads.STAGE, stage);
        add(all, Leads.LEVEL, level);
        return new Criteria().andOperator(all);
    }

    private static void add(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }
}
