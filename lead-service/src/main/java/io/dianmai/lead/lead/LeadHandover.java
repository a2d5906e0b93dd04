package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.handover.Handover;
import io.dianmai.kit.handover.Handovers;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.lead.LeadCommand.HandOver;
import io.dianmai.lead.roster.Roster;
import io.dianmai.lead.roster.Rosters;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** 离职交接: the open leads of an advisor who leaves go to others, each with its clocks. */
@Component
class LeadHandover {
    private final Leads leads;
    private final Rosters rosters;
    private final Handovers handovers;

    LeadHandover(Leads leads, Rosters rosters, MongoTemplate mongo) {
        this.leads = leads;
        this.rosters = rosters;
        this.handovers = new Handovers(mongo);
    }

    /** Why nobody can take over, if nobody can. */
    Optional<Refusal> objection(Handover asked) {
        Roster roster = rosters.at(asked.storeId(), asked.time());
        if (asked.to() == null) {
            return roster.known() ? Optional.empty() : Optional.of(LeadRefusals.NOBODY_KNOWN);
        }
        return roster.works(asked.to()) ? Optional.empty() : Optional.of(LeadRefusals.ADVISOR_NOT_AT_STORE);
    }

    Handover carryOut(Handover asked) {
        return handovers.carryOut(asked, () -> leads.openLeadsOf(asked.storeId(), asked.from()), this::handOver);
    }

    private String handOver(Handover handover, String leadId) {
        var command = handover.commandFor(leadId);
        Lead lead = Outcomes.stored(leads.carryOut(
                        leadId, command, new HandOver(handover.from(), handover.to(), handover.reason())))
                .state();
        if (lead.progress().stage().closed()) {
            return "closed";
        }
        if (lead.recalled() != null) {
            return "recalled";
        }
        return handover.from().equals(lead.dimensions().advisorId()) ? "remaining" : "handedOver";
    }
}
