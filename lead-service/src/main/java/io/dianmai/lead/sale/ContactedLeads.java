package io.dianmai.lead.sale;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.SaleCommand.EffectiveContact;
import org.springframework.stereotype.Component;

/**
 * Tells leads of the contacts with their customers. Which contact is effective is followup-service's to say; a lead hears
 * each one once, however often it is delivered, for a plan's events are numbered and a lead remembers the last number.
 *
 * <p>What a lead then tells of its first contact makes no new contact: so the two never go round in a circle.
 */
@Component
public class ContactedLeads {
    private final Leads leads;

    ContactedLeads(Leads leads) {
        this.leads = leads;
    }

    /** Hears every contact. The plan that it stands in has the id of its lead, and began after the lead did. */
    public void on(Envelope<?> event, ContactLogged contact) {
        if (contact.effective()) {
            leads.follow(event.aggregateId(), Command.hearing(event), new EffectiveContact());
        }
    }
}
