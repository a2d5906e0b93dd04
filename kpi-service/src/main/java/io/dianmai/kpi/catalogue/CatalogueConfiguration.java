package io.dianmai.kpi.catalogue;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the catalogue: a file that does not hold together keeps the service from starting. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    Catalogue catalogue() throws IOException {
        return CatalogueFile.shipped();
    }
}
