package io.dianmai.lead.card;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.LeadCardChanged;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.lead.CardCommand.CardChange;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import org.springframework.stereotype.Component;

/** What store systems tell of cards. */
@Component
public class CardFacts {
    private final Leads leads;

    CardFacts(Leads leads) {
        this.leads = leads;
    }

    /** The card says something else. */
    public Outcome<Lead> change(Envelope<?> event, LeadCardChanged fact) {
        var customer = SealedCustomer.parse(fact.customerName(), fact.phone(), fact.idNumber());
        var change = new CardChange(fact.customerClass(), customer.masked(), fact.interest(), fact.consent());
        String id = leads.idOf(event.storeId(), fact.leadRef());
        return leads.changeCard(id, Command.of(event), change, customer);
    }
}
