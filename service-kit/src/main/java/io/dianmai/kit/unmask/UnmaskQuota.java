package io.dianmai.kit.unmask;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How much each person has opened in the present clock hour, for all instances together: one document for each. */
final class UnmaskQuota {
    private static final String COLLECTION = "unmaskQuotas";
    private static final String ID = "_id";
    private static final String HOUR = "hour";
    private static final String COUNT = "count";

    private final MongoTemplate mongo;

    UnmaskQuota(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Counts one more for that person; says how many it makes this hour. */
    int take(String subject, Instant now) {
        Date hour = Date.from(now.truncatedTo(ChronoUnit.HOURS));
        beginHour(subject, hour);
        Document counted = quotas().findOneAndUpdate(
                        eq(ID, subject),
                        Updates.inc(COUNT, 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return counted == null ? 1 : counted.getInteger(COUNT);
    }

    private void beginHour(String subject, Date hour) {
        try {
            quotas().updateOne(
                            and(eq(ID, subject), ne(HOUR, hour)),
                            Updates.combine(Updates.set(HOUR, hour), Updates.set(COUNT, 0)),
                            new UpdateOptions().upsert(true));
        } catch (MongoWriteException failed) {
            // The hour has begun already: the document is there, and the condition does not hold.
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    private MongoCollection<Document> quotas() {
        return mongo.getCollection(COLLECTION);
    }
}
