package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Keeps the directory up with what any instance of the gateway publishes. */
@Configuration(proxyBeanMethods = false)
class DirectoryMessaging {
    @Bean
    Consumer<Message<List<byte[]>>> directoryFeed(EventReceiver receiver, StoreDirectory directory) {
        return receiver.deliverTo(event -> {
            if (event.data() instanceof StorePublished store) {
                directory.learn(store, event.sequence());
            }
        });
    }
}
