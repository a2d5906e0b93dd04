package io.dianmai.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A collection whose documents end at their {@code expiresAt}. MongoDB removes them by its index; where the store has no
 * such index, whoever adds one takes the old ones away, once in a while. Readers still look at the time themselves.
 */
public final class Expiring {
    private static final String FIELD = "expiresAt";
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final Class<?> type;
    private final AtomicLong sweptMillis = new AtomicLong();

    public Expiring(MongoTemplate mongo, Class<?> type) {
        this.mongo = mongo;
        this.type = type;
        mongo.indexOps(type)
                .createIndex(new Index().on(FIELD, Sort.Direction.ASC).expire(Duration.ZERO));
    }

    /** One was added. */
    public void added(Instant now) {
        long last = sweptMillis.get();
        if (now.toEpochMilli() > last + BETWEEN.toMillis() && sweptMillis.compareAndSet(last, now.toEpochMilli())) {
            mongo.remove(Query.query(Criteria.where(FIELD).lt(now)), type);
        }
    }
}
