package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.assignment.Dealt;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 公海进出: out of the company pool by a claim or a share-out; back into it, or on to somebody else, by who has the lead. */
final class PoolWork {
    private PoolWork() {}

    static Decision<LeadEvent> decide(Lead lead, PoolCommand command, Circumstances now) {
        return switch (command) {
            case PoolCommand.Claim claim -> claim(lead, claim, now);
            case PoolCommand.GiveBack back -> giveBack(lead, back);
            case PoolCommand.Decline decline -> decline(lead, decline, now);
            case PoolCommand.ShareOut share -> shareOut(lead, share, now);
        };
    }

    private static Decision<LeadEvent> claim(Lead lead, PoolCommand.Claim claim, Circumstances now) {
        Recalled recalled = lead.recalled();
        if (!now.roster().works(claim.advisorId())) {
            return refuse(LeadRefusals.ADVISOR_NOT_AT_STORE);
        }
        if (recalled == null) {
            return refuse(PoolRefusals.NOT_IN_POOL);
        }
        if (now.dealing().full(claim.advisorId())) {
            return refuse(PoolRefusals.AT_CAPACITY);
        }
        Instant his = recalled.at().plus(claim.barred());
        return claim.advisorId().equals(recalled.previousAdvisorId())
                        && now.time().isBefore(his)
                ? refuse(PoolRefusals.OWN_LEAD_TOO_SOON)
                : accept(Ownership.assigned(lead, claim.advisorId(), AssignmentReason.CLAIMED, null, now));
    }

    private static Decision<LeadEvent> giveBack(Lead lead, PoolCommand.GiveBack back) {
        if (!back.advisorId().equals(lead.dimensions().advisorId())) {
            return refuse(PoolRefusals.NOT_THE_OWNER);
        }
        return lead.progress().ordered()
                ? refuse(LeadRefusals.ORDERED_STAYS)
                : accept(Ownership.recalled(lead, RecallReason.RETURNED, back.reason()));
    }

    private static Decision<LeadEvent> decline(Lead lead, PoolCommand.Decline decline, Circumstances now) {
        if (!decline.advisorId().equals(lead.dimensions().advisorId())) {
            return refuse(PoolRefusals.NOT_THE_OWNER);
        }
        Hand given = Hands.of(lead.hands()).latest();
        if (given != null && given.assigned() == AssignmentReason.CLAIMED) {
            return refuse(PoolRefusals.CLAIMED_NOT_GIVEN);
        }
        return tooLate(given, decline, now) ? refuse(PoolRefusals.REFUSAL_TOO_LATE) : declined(lead, decline, now);
    }

    /** Of a lead stored before this was kept it is not known since when he has it: for long. */
    private static boolean tooLate(@Nullable Hand given, PoolCommand.Decline decline, Circumstances now) {
        return given == null || now.time().isAfter(given.at().plus(decline.within()));
    }

    private static Decision<LeadEvent> declined(Lead lead, PoolCommand.Decline decline, Circumstances now) {
        Optional<Dealt> next = now.dealing()
                .pass(
                        lead.dimensions(),
                        decline.advisorId(),
                        Hands.of(lead.hands()).refusers());
        if (next.isPresent()) {
            String advisor = next.get().advisorId();
            return accept(Ownership.assigned(lead, advisor, AssignmentReason.REFUSED, decline.reason(), now));
        }
        return lead.progress().ordered()
                ? refuse(LeadRefusals.ORDERED_STAYS)
                : accept(Ownership.recalled(lead, RecallReason.REFUSED, decline.reason()));
    }

    /** Somebody may have left, or taken the lead, since the share-out was planned. */
    private static Decision<LeadEvent> shareOut(Lead lead, PoolCommand.ShareOut share, Circumstances now) {
        return lead.recalled() != null && now.roster().works(share.advisorId())
                ? accept(Ownership.assigned(lead, share.advisorId(), AssignmentReason.SHARED_OUT, share.note(), now))
                : accept();
    }
}
