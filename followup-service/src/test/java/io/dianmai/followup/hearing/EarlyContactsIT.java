package io.dianmai.followup.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.followup.Told;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.followup.plan.LoggedContact;
import io.dianmai.kit.messaging.RejectedFacts;
import io.dianmai.kit.test.DianmaiTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Contacts and registrations come on two topics: each order of their steps, on the real store. */
@DianmaiTest
class EarlyContactsIT {
    private final FollowUps followUps;
    private final EarlyContacts early;
    private final ContactListener contacts;
    private final LeadListener leads;
    private final LeadAliases aliases;
    private final RejectedFacts rejected;
    private final MongoTemplate mongo;

    private final Told lead = Told.ofNewLead("it-early");
    private final Instant registeredAt = Told.minutesAgo(30);
    private final Envelope<EventData> registered = lead.registered(registeredAt);
    private final Envelope<EventData> first = lead.contact(ContactResult.NO_ANSWER, Told.minutesAgo(20));
    private final Envelope<EventData> second = lead.contact(ContactResult.CONNECTED, Told.minutesAgo(10));

    @Autowired
    EarlyContactsIT(
            FollowUps followUps,
            EarlyContacts early,
            ContactListener contacts,
            LeadListener leads,
            LeadAliases aliases,
            RejectedFacts rejected,
            MongoTemplate mongo) {
        this.followUps = followUps;
        this.early = early;
        this.contacts = contacts;
        this.leads = leads;
        this.aliases = aliases;
        this.rejected = rejected;
        this.mongo = mongo;
    }

    @Test
    void waitForTheirLeadInTheOrderTheyWereTold() {
        contacts.on(first);
        contacts.on(second);
        contacts.on(first);
        assertThat(early.waiting(lead.leadId())).isEqualTo(2);
        leads.on(registered);
        assertCarriedOutOnce();
    }

    @Test
    void areSeenByTheirListenerWhenTheLeadIsRegisteredBeforeTheyAreParked() {
        var listener = new ContactListener(followUps, new Interrupted(true), aliases, rejected);
        listener.on(first);
        contacts.on(second);
        assertCarriedOutOnce();
    }

    @Test
    void areSeenByTheLeadsListenerWhenItIsRegisteredAfterTheyAreParked() {
        var listener = new ContactListener(followUps, new Interrupted(false), aliases, rejected);
        listener.on(first);
        contacts.on(second);
        assertCarriedOutOnce();
    }

    @Test
    void areCarriedOutBeforeAnyLaterOneWhenAReplayWasCutShort() {
        leads.on(registered);
        early.park(lead.leadId(), first);
        contacts.on(second);
        assertCarriedOutOnce();
    }

    @Test
    void areRejectedWhenTooManyWaitForNobody() {
        for (int number = 0; number <= EarlyContacts.LIMIT; number++) {
            contacts.on(lead.contact(ContactResult.NO_ANSWER, Told.minutesAgo(20)));
        }
        assertThat(early.waiting(lead.leadId())).isEqualTo(EarlyContacts.LIMIT);
    }

    private void assertCarriedOutOnce() {
        assertThat(early.waiting(lead.leadId())).isZero();
        assertThat(mongo.getCollection(EarlyContacts.COLLECTION).countDocuments(new Document("_id", lead.leadId())))
                .isZero();
        FollowUpPlan plan = followUps.find(lead.leadId()).orElseThrow().state();
        assertThat(plan.contacts())
                .extracting(LoggedContact::result)
                .containsExactly(ContactResult.NO_ANSWER, ContactResult.CONNECTED);
        assertThat(plan.tasks()).isEqualTo(2);
    }

    /** The lead is registered just before, or just after, a contact is parked. */
    private final class Interrupted extends EarlyContacts {
        private final boolean before;

        Interrupted(boolean before) {
            super(mongo, new SimpleMeterRegistry());
            this.before = before;
        }

        @Override
        void park(String leadId, Envelope<?> fact) {
            if (before) {
                leads.on(registered);
            }
            super.park(leadId, fact);
            if (!before) {
                leads.on(registered);
            }
        }
    }
}
