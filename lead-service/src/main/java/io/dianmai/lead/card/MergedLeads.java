package io.dianmai.lead.card;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.lead.duplicate.LeadAliases;
import io.dianmai.lead.lead.CardCommand.Absorption;
import io.dianmai.lead.lead.CardCommand.Merge;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * 并档: merges leads. The two are two documents: one is closed by the command, the other learns of it by the event, which no
 * crash can lose.
 */
@Component
public class MergedLeads {
    private final Leads leads;
    private final LeadAliases aliases;

    MergedLeads(Leads leads, LeadAliases aliases) {
        this.leads = leads;
        this.aliases = aliases;
    }

    /** The lead that is to go on; where it does not exist for the caller the request ends with 400. */
    Stored<Lead> other(String id, Viewer viewer) {
        return leads.find(id)
                .filter(lead -> viewer.maySee(lead.storeId()))
                .orElseThrow(() -> ProblemException.invalid(
                        List.of(new Violation("/into", "Must be the id of another lead of the store."))));
    }

    Outcome<Lead> merge(Stored<Lead> lead, Stored<Lead> into, Command command) {
        boolean sameStore = lead.storeId().equals(into.storeId());
        Outcome<Lead> outcome = leads.carryOut(
                lead.id(), command, new Merge(into.id(), sameStore, into.state().open()));
        if (outcome instanceof Outcome.Done<Lead>) {
            aliases.keep(lead.id(), into.id());
        }
        return outcome;
    }

    /** What follows from a merge, for the lead that goes on and for whatever is told of the one that does not. */
    public void on(Envelope<?> event, LeadMerged merged) {
        aliases.keep(event.aggregateId(), merged.intoLeadId());
        leads.follow(leads.goingOn(merged.intoLeadId()), Command.hearing(event), new Absorption(event.aggregateId()));
    }
}
