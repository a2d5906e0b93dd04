package io.dianmai.gateway.ingest.rejected;

import io.dianmai.contracts.Topics;
import io.dianmai.contracts.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps what services refuse. While the store is away it waits, and nothing is passed over. */
@Component
class RejectedFactsListener {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedFactsListener.class);

    private final MongoOperations mongo;

    RejectedFactsListener(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @KafkaListener(
            topics = Topics.STORE_EVENTS_REJECTED,
            groupId = "gateway.rejected",
            containerFactory = "rejectedFactsContainers")
    void on(ConsumerRecord<String, byte[]> record) {
        try {
            mongo.save(RejectedFact.of(record));
        } catch (UnreadableEvent unreadable) {
            // Not lost: the record stays in its topic, which is kept for ever.
            LOG.error(
                    "record {} of partition {} of {} is no rejected fact: {}",
                    record.offset(),
                    record.partition(),
                    record.topic(),
                    unreadable.getMessage());
        }
    }
}
