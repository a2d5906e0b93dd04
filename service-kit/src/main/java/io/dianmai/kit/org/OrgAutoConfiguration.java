package io.dianmai.kit.org;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.messaging.EventReceiver;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;

/** Wires the replica of the registry. A service hears it by naming {@code orgEvents} among its functions. */
@AutoConfiguration(afterName = "io.dianmai.kit.messaging.MessagingAutoConfiguration")
class OrgAutoConfiguration {

    @Bean
    StoreReplica storeReplica(MongoTemplate mongo, Clock clock) {
        return new StoreReplica(mongo, clock);
    }

    @Bean
    RegisteredStores registeredStores(StoreReplica stores) {
        return new RegisteredStores(stores);
    }

    @Bean
    Consumer<Message<List<byte[]>>> orgEvents(
            EventReceiver receiver, StoreReplica stores, ObjectProvider<StoreListener> listeners) {
        return receiver.deliverTo(event -> {
            if (event.data() instanceof StorePublished store) {
                stores.on(event, store);
                listeners.forEach(listener -> listener.on(event, store));
            }
        });
    }
}
