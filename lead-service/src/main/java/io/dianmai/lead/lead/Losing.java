package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.deal.LossProposed;
import io.dianmai.lead.lead.SaleCommand.LossProposal;
import io.dianmai.lead.lead.SaleCommand.LossReview;

/** 战败: giving a lead up, a manager's word on it, and winning the customer back. */
final class Losing {
    private Losing() {}

    static Decision<LeadEvent> propose(Lead lead, LossProposal proposal) {
        if (lead.progress().ordered()) {
            return refuse(SaleRefusals.ORDERED_NOT_GIVEN_UP);
        }
        if (lead.soFar().lossProposed() != null) {
            return refuse(SaleRefusals.LOSS_WAITS);
        }
        int had = lead.soFar().contacts().effective();
        if (had < proposal.minimumContacts()) {
            return refuse(SaleRefusals.tooFewContacts(proposal.minimumContacts(), had));
        }
        return accept(
                proposal.review()
                        ? new LeadLossProposed(
                                lead.dimensions(),
                                proposal.reason(),
                                proposal.competitorModel(),
                                proposal.advisorId(),
                                had)
                        : new LeadLost(lead.dimensions(), proposal.reason(), proposal.competitorModel()));
    }

    static Decision<LeadEvent> review(Lead lead, LossReview review) {
        LossProposed waiting = lead.soFar().lossProposed();
        if (waiting == null) {
            return refuse(SaleRefusals.NO_LOSS_WAITS);
        }
        return accept(
                review.accept()
                        ? new LeadLost(
                                lead.dimensions(), waiting.reason(), waiting.competitorModel(), review.reviewerId())
                        : new LeadLossRefused(lead.dimensions(), waiting.reason(), review.reviewerId(), review.note()));
    }

    /** It goes on with its owner, or in the pool when that is where it was, or when its owner has left. */
    static Decision<LeadEvent> reactivate(Lead lead, Circumstances now) {
        if (lead.progress().stage() != Stage.LOST) {
            return refuse(SaleRefusals.NOT_LOST);
        }
        var reopened = new LeadReopened(lead.dimensions(), ReopenReason.REACTIVATED);
        String owner = lead.dimensions().advisorId();
        boolean stays =
                owner == null || now.roster().works(owner) || lead.progress().ordered();
        return stays
                ? accept(reopened)
                : accept(reopened, new LeadRecalled(lead.dimensionsOwnedBy(null, null), owner, RecallReason.LEAVER));
    }
}
