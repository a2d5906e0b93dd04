package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Hears what services say for the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditMessaging {
    @Bean
    Consumer<Message<List<byte[]>>> auditFeed(EventReceiver receiver, AuditBook book) {
        return receiver.deliverEachTo(one -> {
            if (one.event().data() instanceof AuditRecorded entry) {
                book.keep(entry, one.partition());
            }
        });
    }
}
