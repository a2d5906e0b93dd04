package io.dianmai.kit.reseal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which instance is at work on the seals of a database, and until when; one document for each newest key. */
final class ResealJob {
    static final String COLLECTION = "resealing";
    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String BUSY_UNTIL = "busyUntil";
    private static final Date NEVER = Date.from(Instant.EPOCH);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final ResealSettings settings;
    private final String keyId;
    private final String me;

    ResealJob(MongoTemplate mongo, Clock clock, ResealSettings settings, String keyId, String me) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
        this.keyId = keyId;
        this.me = me;
    }

    /** Whether this instance is to look through everything now. */
    boolean claim() {
        begin();
        Instant now = clock.instant();
        var free = and(eq(ID, keyId), or(lt(BUSY_UNTIL, Date.from(now)), eq(OWNER, me)));
        return jobs().findOneAndUpdate(free, busyUntil(now.plus(settings.lease())), new FindOneAndUpdateOptions())
                != null;
    }

    /** Still at work; false when somebody else is by now. */
    boolean goOn() {
        return hold(clock.instant().plus(settings.lease()));
    }

    /** A pass is over. After one that found nothing it is quiet for a while. */
    void end(long found) {
        Instant now = clock.instant();
        boolean clean = found == 0;
        boolean mine = hold(clean ? now.plus(settings.again()) : now);
        if (mine) {
            jobs().updateOne(eq(ID, keyId), Updates.combine(Updates.set("found", found), Updates.set(OWNER, "")));
        }
    }

    private boolean hold(Instant until) {
        return jobs().updateOne(and(eq(ID, keyId), eq(OWNER, me)), busyUntil(until))
                        .getMatchedCount()
                == 1;
    }

    private Bson busyUntil(Instant until) {
        return Updates.combine(Updates.set(OWNER, me), Updates.set(BUSY_UNTIL, Date.from(until)));
    }

    private void begin() {
        try {
            if (jobs().find(eq(ID, keyId)).first() == null) {
                jobs().insertOne(new Document(ID, keyId).append(BUSY_UNTIL, NEVER));
            }
        } catch (MongoWriteException failed) {
            if (ErrorCategory.fromErrorCode(failed.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    private MongoCollection<Document> jobs() {
        return mongo.getCollection(COLLECTION);
    }
}
