package io.dianmai.lead.assignment;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says why the counting of leads waits: at first, and once in a while. */
final class LoadRetries implements RetryListener {
    private static final Logger log = LoggerFactory.getLogger(LoadRetries.class);
    private static final int ONCE_IN = 20;

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        say(failure, attempt);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception failure, int attempt) {
        say(failure, attempt);
    }

    private static void say(@Nullable Exception failure, int attempt) {
        if (attempt % ONCE_IN == 1) {
            String why = failure == null
                    ? "no reason given"
                    : NestedExceptionUtils.getMostSpecificCause(failure).toString();
            log.warn("the counting of open leads waits after {} tries: {}", attempt, why);
        }
    }
}
