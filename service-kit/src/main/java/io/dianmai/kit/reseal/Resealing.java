package io.dianmai.kit.reseal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Updates;
import io.dianmai.kit.reseal.OldSeals.Found;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One pass over all collections of a service's database. A text is replaced only where it still is what was read, so that
 * nobody's change is lost; what a change puts back is found by the next pass. Where a pass was broken off, the next one
 * begins at the beginning: what is done already is only read.
 */
final class Resealing {
    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private final MongoTemplate mongo;
    private final OldSeals seals;
    private final ResealSettings settings;
    private final AtomicLong left = new AtomicLong(-1);
    private final Counter resealed;

    Resealing(MongoTemplate mongo, OldSeals seals, ResealSettings settings, MeterRegistry meters) {
        this.mongo = mongo;
        this.seals = seals;
        this.settings = settings;
        this.resealed = Counter.builder("dianmai.personal.resealed")
                .description("Texts that were brought under the newest master key")
                .register(meters);
        Gauge.builder("dianmai.personal.reseal.left", left, AtomicLong::doubleValue)
                .description("Texts under older master keys that the last pass found; -1 before the first one is over")
                .register(meters);
    }

    /** What a pass does between two batches. */
    interface Pace {
        /** Waits a little; false when the pass is to be broken off. */
        boolean goOn() throws InterruptedException;
    }

    /**
     * Looks through everything.
     *
     * @return how many old seals were found and replaced; -1 when it was broken off
     */
    long pass(Pace pace) throws InterruptedException {
        long found = 0;
        for (String collection : mongo.getCollectionNames()) {
            long here = collection.startsWith("system.") ? 0 : pass(mongo.getCollection(collection), pace);
            if (here < 0) {
                return here;
            }
            found += here;
        }
        left.set(found);
        log.info("looked for texts under older master keys: {} found and sealed anew", found);
        return found;
    }

    private long pass(MongoCollection<Document> collection, Pace pace) throws InterruptedException {
        long found = 0;
        int looked = 0;
        try (MongoCursor<Document> documents =
                collection.find().batchSize(settings.batch()).cursor()) {
            while (documents.hasNext()) {
                found += reseal(collection, documents.next());
                if (++looked % settings.batch() == 0 && !pace.goOn()) {
                    return -1;
                }
            }
        }
        return found;
    }

    private long reseal(MongoCollection<Document> collection, Document document) {
        List<Found> old = seals.in(document);
        for (Found one : old) {
            var asRead = and(eq("_id", document.get("_id")), eq(one.path(), one.before()));
            if (collection
                            .updateOne(asRead, Updates.set(one.path(), one.resealed()))
                            .getModifiedCount()
                    == 1) {
                resealed.increment();
            }
        }
        return old.size();
    }
}
