package io.dianmai.followup.hearing;

import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The functions that the bindings in application.yml name. */
@Configuration(proxyBeanMethods = false)
class HearingConfiguration {
    @Bean
    Consumer<Message<List<byte[]>>> storeEvents(EventReceiver receiver, ContactListener listener) {
        return receiver.deliverTo(listener::on);
    }

    @Bean
    Consumer<Message<List<byte[]>>> leadEvents(EventReceiver receiver, LeadListener listener) {
        return receiver.deliverTo(listener::onAll, listener::on);
    }

    @Bean
    Consumer<Message<List<byte[]>>> reminders(EventReceiver receiver, ReminderListener listener) {
        return receiver.deliverTo(listener::on);
    }

    @Bean
    Consumer<Message<List<byte[]>>> followUpEvents(EventReceiver receiver, OwnEventsListener listener) {
        return receiver.deliverTo(listener::on);
    }
}
