package io.dianmai.kpi.follow;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says why whoever follows the events waits: at first, and once in a while. */
final class RetryLog implements RetryListener {
    private static final Logger LOG = LoggerFactory.getLogger(RetryLog.class);
    private static final int ONCE_IN = 20;

    private final String who;

    /**
     * For one follower.
     *
     * @param who begins the sentence
     */
    RetryLog(String who) {
        this.who = who;
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        say(1, failure, attempt);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception failure, int attempt) {
        say(records.count(), failure, attempt);
    }

    private void say(int records, @Nullable Exception failure, int attempt) {
        if (attempt % ONCE_IN == 1) {
            LOG.warn(
                    "{} will try {} records again, after {} tries: {}",
                    who,
                    records,
                    attempt,
                    failure == null
                            ? "no reason given"
                            : NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }
}
