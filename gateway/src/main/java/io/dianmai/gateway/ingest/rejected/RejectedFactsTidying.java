package io.dianmai.gateway.ingest.rejected;

import io.dianmai.kit.messaging.TopicProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refused facts are kept as long as facts are: time enough to correct them, and not for ever. */
@Component
class RejectedFactsTidying {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedFactsTidying.class);

    private final MongoOperations mongo;
    private final TopicProperties topics;
    private final Clock clock;

    RejectedFactsTidying(MongoOperations mongo, TopicProperties topics, Clock clock) {
        this.mongo = mongo;
        this.topics = topics;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void tidy() {
        var old = Criteria.where("rejectedAt").lt(clock.instant().minus(topics.factsKept()));
        long dropped = mongo.remove(Query.query(old), RejectedFact.class).getDeletedCount();
        if (dropped > 0) {
            LOG.info("dropped {} refused facts that nobody corrected", dropped);
        }
    }
}
