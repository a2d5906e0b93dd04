package io.dianmai.kpi.reminder;

import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Hears the reminders that the engine fired. */
@Configuration(proxyBeanMethods = false)
class ReminderListener {
    @Bean
    Consumer<Message<List<byte[]>>> reminders(EventReceiver receiver, ReminderList list) {
        return receiver.deliverTo(event -> {
            if (event.data() instanceof ReminderFired fired) {
                list.add(event, fired);
            } else if (event.data() instanceof ReminderDigest digest) {
                list.add(event, digest);
            }
        });
    }
}
