package io.dianmai.lead.intake;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.lead.LeadCommand;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a list of leads says.
 *
 * @param visitedAt when the customer came to the store
 * @param later what has become of the lead, in the order in which it happened
 */
public record LeadRow(
        @Nullable String reference,
        Instant registeredAt,
        Channel channel,
        CustomerClass customerClass,
        SealedCustomer customer,
        Interest interest,
        List<GradingCriterion> criteria,
        @Nullable String activityId,
        @Nullable String advisorId,
        @Nullable Instant visitedAt,
        List<Happening> later) {
    public LeadRow {
        criteria = List.copyOf(criteria);
        later = List.copyOf(later);
    }

    /** Something that happened to a lead. */
    public record Happening(Instant at, LeadCommand asked) {}

    /** The command that puts the customer on file. */
    public LeadCommand.Registration registration() {
        return new LeadCommand.Registration(
                reference,
                channel,
                customerClass,
                customer.masked(),
                interest.model(),
                activityId,
                advisorId,
                criteria,
                interest,
                null,
                null);
    }
}
