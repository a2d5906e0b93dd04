package io.dianmai.kit.customer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Lets the gateway ask a service about customers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CustomerAutoConfiguration {
    @Bean
    CustomerFilesController customerFilesController(ObjectProvider<CustomerFiles> files) {
        return new CustomerFilesController(files.orderedStream().toList());
    }
}
