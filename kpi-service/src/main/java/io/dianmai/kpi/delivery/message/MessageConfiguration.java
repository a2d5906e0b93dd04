package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.org.StoreReplica;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires wording to the registry and to what headquarters have changed. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    ShippedWording shippedWording() throws IOException {
        return ShippedWording.load();
    }

    @Bean
    TemplateBook templateBook(ShippedWording shipped, TemplateArchive archive, Clock clock) {
        return new TemplateBook(shipped.templates(), archive::all, clock);
    }

    @Bean
    Wording wording(ShippedWording shipped, TemplateBook book, StoreReplica registry, Clock clock) {
        return new Wording(shipped.words(), book, new RegisteredPlaces(registry), clock);
    }

    private record RegisteredPlaces(StoreReplica registry) implements Places {
        @Override
        public ZoneId zone(String storeId) {
            return registry.zone(storeId);
        }

        @Override
        public Optional<String> staffName(String storeId, String staffId) {
            return registry.staff(storeId, staffId).map(StaffMember::name);
        }
    }
}
