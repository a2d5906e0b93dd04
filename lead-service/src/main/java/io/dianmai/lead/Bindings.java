package io.dianmai.lead;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kit.messaging.EventReceiver;
import io.dianmai.lead.lead.GradingProposals;
import io.dianmai.lead.lead.LapsedDeadlines;
import io.dianmai.lead.sale.ContactedLeads;
import io.dianmai.lead.timeline.Timelines;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What this service hears, one function for each topic. */
@Configuration(proxyBeanMethods = false)
class Bindings {

    @Bean
    Consumer<Message<List<byte[]>>> storeEvents(EventReceiver receiver, StoreFacts facts) {
        return receiver.deliverTo(facts::on);
    }

    @Bean
    Consumer<Message<List<byte[]>>> leadEvents(EventReceiver receiver, OwnEvents own) {
        return receiver.deliverTo(own::onAll, own::on);
    }

    @Bean
    Consumer<Message<List<byte[]>>> followUpEvents(
            EventReceiver receiver, ContactedLeads contactedLeads, GradingProposals proposals) {
        return receiver.deliverTo(event -> {
            switch (expected(FollowUpEvent.class, event.data())) {
                case ContactLogged contact -> contactedLeads.on(event, contact);
                case LevelProposed proposed -> proposals.on(event, proposed);
                case FollowUpScheduled _,
                        FollowUpRescheduled _,
                        FollowUpReassigned _,
                        FollowUpDone _,
                        FollowUpOverdue _,
                        FollowUpCancelled _,
                        FollowUpSkipped _ -> {
                    // These say nothing of the lead that it does not know.
                }
            }
        });
    }

    @Bean
    Consumer<Message<List<byte[]>>> reminders(EventReceiver receiver, LapsedDeadlines lapsedDeadlines) {
        return receiver.deliverTo(event -> {
            switch (expected(ReminderEvent.class, event.data())) {
                case ReminderFired fired -> lapsedDeadlines.on(event, fired);
                case ReminderDigest _ -> {
                    // Each of its rungs is told by itself.
                }
            }
        });
    }

    @Bean
    Consumer<Message<List<byte[]>>> timeline(EventReceiver receiver, Timelines timelines) {
        return receiver.deliverBatchesTo(timelines::write);
    }

    /** An event of another family does not belong on the topic: it ends among the dead letters. */
    static <E extends EventData> E expected(Class<E> family, EventData data) {
        if (family.isInstance(data)) {
            return family.cast(data);
        }
        throw new IllegalArgumentException(
                data.getClass().getSimpleName() + " on a topic of " + family.getSimpleName());
    }
}
