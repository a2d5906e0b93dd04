package io.dianmai.followup.web;

import io.dianmai.followup.plan.FollowUps;
import io.dianmai.followup.policy.Rules;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The query of a list, in order of due time.
 *
 * @param state {@code open} when absent
 */
record FollowUpSearch(
        @Nullable @Size(max = 100) String storeId,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable FollowUpState state,
        @Nullable Instant dueBefore,
        @Nullable @Size(max = 200) String cursor,
        @Nullable Integer limit) {

    Page<FollowUpView> page(FollowUps followUps, Rules rules, Viewer viewer, Instant now) {
        FollowUpState shown = Objects.requireNonNullElse(state, FollowUpState.OPEN);
        var paging = Paging.of(shown.dueAtPath(), Sort.Direction.ASC, limit, cursor);
        var conditions = new ArrayList<>(List.of(paging.within(viewer, storeId), shown.criteria(now)));
        if (advisorId != null) {
            conditions.add(Criteria.where("state.dimensions.advisorId").is(advisorId));
        }
        if (dueBefore != null) {
            conditions.add(Criteria.where(shown.dueAtPath()).lt(dueBefore));
        }
        var found = followUps.find(new Criteria().andOperator(conditions), paging.order(), paging.wanted());
        return paging.page(
                found,
                shown::dueAt,
                stored -> FollowUpView.inList(
                        stored, rules.at(stored.storeId(), now).tasks(), now));
    }
}
