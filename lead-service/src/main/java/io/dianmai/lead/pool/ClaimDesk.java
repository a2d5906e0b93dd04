package io.dianmai.lead.pool;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.PoolCommand;
import io.dianmai.lead.notebook.Notebook;
import io.dianmai.lead.notebook.Notebook.Change;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * 认领: takes a lead out of the pool for an advisor. The place under the caps is taken first, then the lead: so that nobody
 * gets more than he may, however many of his requests run at once. What a crash leaves in between counts for that day, and
 * the same lead may still be claimed.
 */
@Component
class ClaimDesk {
    private final Notebook<Claims> claims;
    private final Leads leads;
    private final PoolRules rules;

    ClaimDesk(MongoTemplate mongo, Leads leads, PoolRules rules) {
        this.claims = new Notebook<>(mongo, "poolClaims", Claims.class, Claims.NONE);
        this.leads = leads;
        this.rules = rules;
    }

    /** Whether there was a place, and whether it is new: a repeat has it already. */
    private sealed interface Place {
        record Taken(boolean now) implements Place {}

        record Full(Refusal refusal) implements Place {}
    }

    Outcome<Lead> claim(String leadId, Command command, String advisorId) {
        PoolPolicy policy = rules.of(command.storeId(), command.time());
        return switch (place(leadId, command, advisorId, policy)) {
            case Place.Full(Refusal refusal) -> new Outcome.Refused<>(refusal);
            case Place.Taken(boolean now) -> {
                var claim = new PoolCommand.Claim(advisorId, policy.ownLeadAfter());
                Outcome<Lead> outcome = leads.carryOut(leadId, command, claim);
                if (now && outcome instanceof Outcome.Refused<Lead>) {
                    giveBack(leadId, command.storeId(), advisorId);
                }
                yield outcome;
            }
        };
    }

    private Place place(String leadId, Command command, String advisorId, PoolPolicy policy) {
        LocalDate today = rules.day(command.storeId(), command.time());
        return claims.change(page(command.storeId(), advisorId), before -> {
            if (before.holds(leadId, today)) {
                return new Change<>(before, new Place.Taken(false));
            }
            Set<String> his = stillHis(before, advisorId);
            Optional<Refusal> objection = before.objection(policy, today, his);
            return objection.isPresent()
                    ? new Change<>(before, new Place.Full(objection.get()))
                    : new Change<>(before.plus(leadId, today, his), new Place.Taken(true));
        });
    }

    private Set<String> stillHis(Claims made, String advisorId) {
        if (made.made().isEmpty()) {
            return Set.of();
        }
        return leads.find(made.leadIds()).stream()
                .filter(lead -> advisorId.equals(lead.state().dimensions().advisorId()))
                .filter(lead -> lead.state().open())
                .map(Stored::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void giveBack(String leadId, String storeId, String advisorId) {
        claims.change(page(storeId, advisorId), before -> new Change<>(before.without(leadId), leadId));
    }

    private static String page(String storeId, String advisorId) {
        return storeId + '|' + advisorId;
    }
}
