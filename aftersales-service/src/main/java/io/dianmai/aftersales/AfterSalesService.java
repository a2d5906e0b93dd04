package io.dianmai.aftersales;

import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The jobs after delivery. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AfterSalesService {
    public static void main(String[] args) {
        SpringApplication.run(AfterSalesService.class, args);
    }

    @Bean
    Consumer<Message<List<byte[]>>> storeEvents(EventReceiver receiver, StoreFacts facts) {
        return receiver.deliverTo(facts::on);
    }
}
