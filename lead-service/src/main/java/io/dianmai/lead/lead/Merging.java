package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.lead.CardCommand.Absorption;
import io.dianmai.lead.lead.CardCommand.Merge;

/**
 * 并档: two leads of one store turn out to be one customer's. One is closed, the other goes on, and each keeps its history.
 * What has an order goes on, for its order cannot move: so not both may have one.
 */
final class Merging {
    private Merging() {}

    static Decision<LeadEvent> merge(Lead lead, Merge merge, Circumstances now) {
        if (merge.into().equals(now.leadId())) {
            return refuse(LeadRefusals.MERGE_INTO_ITSELF);
        }
        if (!merge.sameStore()) {
            return refuse(LeadRefusals.MERGE_ACROSS_STORES);
        }
        if (lead.progress().stage() == Stage.MERGED) {
            return refuse(LeadRefusals.MERGED);
        }
        if (lead.progress().ordered()) {
            return refuse(LeadRefusals.ORDERED_GOES_ON);
        }
        return merge.intoOpen()
                ? accept(new LeadMerged(lead.dimensions(), merge.into()))
                : refuse(LeadRefusals.MERGE_INTO_CLOSED);
    }

    /** It has happened to the other one: taken down whatever the stage. */
    static Decision<LeadEvent> absorb(Lead lead, Absorption absorption, Circumstances now) {
        boolean known = absorption.from().equals(now.leadId())
                || lead.cardOrEmpty().absorbed().contains(absorption.from());
        return known ? accept() : accept(new LeadAbsorbed(lead.dimensions(), absorption.from()));
    }
}
