package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which leads are wanted; what is absent does not matter.
 *
 * @param nurture those that wait for marketing: open, below the threshold and without an owner; with false the others
 * @param pool those in the company pool: taken back, open and without an owner since; with false the others
 * @param unassigned those that are open and nobody's, but not in the pool: the rule found nobody; with false the others
 */
record LeadFilter(
        @Nullable String storeId,
        @Nullable String advisorId,
        @Nullable Stage stage,
        @Nullable Level level,
        @Nullable Boolean pool,
        @Nullable Boolean nurture,
        @Nullable Boolean unassigned) {
    /** The leads wanted of a page, of the stores that the viewer may see. */
    Criteria within(Viewer viewer, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        add(all, Leads.ADVISOR, advisorId);
        add(all, Leads.STAGE, stage);
        add(all, Leads.LEVEL, level);
        if (pool != null) {
            all.add(pool ? inPool() : notInPool());
        }
        if (nurture != null) {
            all.add(nurture ? withMarketing() : notWithMarketing());
        }
        if (unassigned != null) {
            all.add(unassigned ? withoutOwner() : notWithoutOwner());
        }
        return new Criteria().andOperator(all);
    }

    private static Criteria withoutOwner() {
        return new Criteria()
                .andOperator(
                        notInPool(),
                        Criteria.where(Leads.ADVISOR).exists(false),
                        Criteria.where(Leads.STAGE).nin(Stage.CLOSED));
    }

    private static Criteria notWithoutOwner() {
        return new Criteria()
                .orOperator(
                        Criteria.where(Leads.ADVISOR).exists(true),
                        Criteria.where(Leads.RECALLED_AT).exists(true),
                        Criteria.where(Leads.STAGE).in(Stage.CLOSED));
    }

    static Criteria inPool() {
        return Criteria.where(Leads.RECALLED_AT).exists(true).and(Leads.STAGE).nin(Stage.CLOSED);
    }

    private static Criteria notInPool() {
        return new Criteria()
                .orOperator(
                        Criteria.where(Leads.RECALLED_AT).exists(false),
                        Criteria.where(Leads.STAGE).in(Stage.CLOSED));
    }

    private static Criteria withMarketing() {
        return Criteria.where(Leads.NURTURE)
                .is(true)
                .and(Leads.ADVISOR)
                .exists(false)
                .and(Leads.RECALLED_AT)
                .exists(false)
                .and(Leads.STAGE)
                .nin(Stage.CLOSED);
    }

    private static Criteria notWithMarketing() {
        return new Criteria()
                .orOperator(
                        Criteria.where(Leads.NURTURE).ne(true),
                        Criteria.where(Leads.ADVISOR).exists(true),
                        Criteria.where(Leads.RECALLED_AT).exists(true),
                        Criteria.where(Leads.STAGE).in(Stage.CLOSED));
    }

    private static void add(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }
}
