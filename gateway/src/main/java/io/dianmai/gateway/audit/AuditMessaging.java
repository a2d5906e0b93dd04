package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.kit.messaging.EventReceiver;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Hears what services say for the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditMessaging {
    @Bean
    Consumer<Message<byte[]>> auditFeed(EventReceiver receiver, AuditBook book) {
        return message -> receiver.deliverTo(event -> {
                    if (event.data() instanceof AuditRecorded entry) {
                        book.keep(entry, partition(message));
                    }
                })
                .accept(message);
    }

    private static int partition(Message<?> message) {
        return Objects.requireNonNull(message.getHeaders().get(KafkaHeaders.RECEIVED_PARTITION, Integer.class));
    }
}
