package io.dianmai.lead.lead;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whoever spoke with a customer judges the lead anew: the same as an assessment by hand, without anybody to answer. */
@Component
public class GradingProposals {
    private static final Logger log = LoggerFactory.getLogger(GradingProposals.class);

    private final Leads leads;
    private final Counter refused;

    GradingProposals(Leads leads, MeterRegistry meters) {
        this.leads = leads;
        this.refused = Counter.builder("dianmai.grading.proposals.refused")
                .description("Levels proposed after a contact that the lead could not have")
                .register(meters);
    }

    /** Takes the proposal as an assessment. What the lead refuses is counted: nobody waits for it, and a repeat is no use. */
    public void on(Envelope<?> event, LevelProposed proposal) {
        var judged = new Assessment(List.of(), proposal.level(), proposal.reason());
        Outcome<Lead> outcome = leads.carryOut(event.aggregateId(), Command.hearing(event), judged);
        if (outcome instanceof Outcome.Refused<Lead>(Refusal refusal) && refusal.kind() != Refusal.Kind.UNAVAILABLE) {
            refused.increment();
            log.info("refused level {} of lead {}: {}", proposal.level(), event.aggregateId(), refusal.code());
            return;
        }
        Effects.require(outcome);
    }
}
