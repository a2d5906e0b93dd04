package io.dianmai.lead.lead;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which leads are wanted, by how far their sale has come; what is absent does not matter.
 *
 * @param contacted somebody has really spoken with the customer; with false nobody has
 * @param quoted the customer was given a quote; with false none
 * @param lossProposed a loss waits for a manager; with false none does
 */
record SaleFilter(
        @Parameter(description = "Whether somebody has really spoken with the customer") @Nullable
        Boolean contacted,

        @Parameter(description = "Whether the customer was given a quote") @Nullable
        Boolean quoted,

        @Parameter(description = "Whether a loss waits for a manager") @Nullable
        Boolean lossProposed) {

    Criteria criteria() {
        List<Criteria> all = new ArrayList<>();
        add(all, "state.deal.contacts.firstAt", contacted);
        add(all, "state.deal.quotes.at", quoted);
        add(all, Leads.LOSS_PROPOSED_AT, lossProposed);
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }

    private static void add(List<Criteria> all, String field, @Nullable Boolean wanted) {
        if (wanted != null) {
            all.add(Criteria.where(field).exists(wanted));
        }
    }
}
