package io.dianmai.kit.messaging;

import io.dianmai.kit.observe.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.util.StringUtils;

/** Wires how a service hears events. */
@AutoConfiguration(
        afterName = {
            "io.dianmai.kit.aggregate.AggregateAutoConfiguration",
            "io.dianmai.kit.observe.ObserveAutoConfiguration"
        })
class MessagingAutoConfiguration {
    /**
     * A listener that was busy waits so long before it asks for more: under load what comes meanwhile is one fetch and one write and not many.
     * Who has nothing to do hears at once.
     */
    private static final int GATHER_MILLIS = 20;

    @Bean
    EventReceiver eventReceiver(TraceContext traces, Clock clock, MeterRegistry meters) {
        return new EventReceiver(traces, clock, meters);
    }

    @Bean
    RejectedFacts rejectedFacts(
            @Qualifier("outboxProducer") Producer<String, byte[]> outboxProducer,
            Environment environment,
            Clock clock,
            MeterRegistry meters) {
        return new RejectedFacts(
                outboxProducer, environment.getRequiredProperty("spring.application.name"), clock, meters);
    }

    /** Bindings name this converter, so that the receiver sees the records with their headers as they came. */
    @Bean
    BatchMessagingMessageConverter rawBatches() {
        var converter = new BatchMessagingMessageConverter();
        converter.setRawRecordHeader(true);
        return converter;
    }

    /** One pace and one error handler for every binding: the retry policy, then the dead letters of the topic. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> listenerContainers(
            KafkaProperties kafka, MeterRegistry meters) {
        var deadLetters = new DeadLetters(kafka.buildProducerProperties(), meters);
        return (container, destination, group) -> {
            // A multiplexed binding hears several topics.
            for (String topic : StringUtils.commaDelimitedListToStringArray(destination)) {
                deadLetters.register(topic);
            }
            var handler = new DefaultErrorHandler(deadLetters);
            handler.setBackOffFunction((_, failure) -> RetryPolicy.backOffFor(failure));
            handler.setResetStateOnExceptionChange(true);
            container.setCommonErrorHandler(handler);
            container.getContainerProperties().setIdleBetweenPolls(GATHER_MILLIS);
        };
    }
}
