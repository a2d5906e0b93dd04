package io.dianmai.kpi.delivery.queue;

import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Hears the reminders in a consumer group of its own: what happens to the list of reminders does not stop it. */
@Configuration(proxyBeanMethods = false)
class DeliveryListener {
    @Bean
    Consumer<Message<List<byte[]>>> notices(EventReceiver receiver, ReminderIntake intake) {
        return receiver.deliverTo(intake);
    }
}
