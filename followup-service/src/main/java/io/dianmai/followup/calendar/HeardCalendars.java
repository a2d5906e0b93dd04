package io.dianmai.followup.calendar;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.followup.calendar.HeardCalendar.Hours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Which business hours of each store tasks were last counted by, and whether they are to be counted once more. */
@Component
class HeardCalendars {
    private static final String COLLECTION = "heard_calendars";
    private static final String ID = "_id";
    private static final String SEQUENCE = "sequence";
    private static final String HOURS = "hours";
    private static final String AGAIN_AT = "againAt";

    private final MongoTemplate mongo;

    HeardCalendars(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index(AGAIN_AT, Sort.Direction.ASC).sparse());
    }

    Optional<HeardCalendar> find(String storeId) {
        return Optional.ofNullable(documents().find(eq(ID, storeId)).first()).map(HeardCalendars::read);
    }

    /**
     * Keeps what was heard, unless something later was.
     *
     * @param againAt when tasks are to be counted by it once more; null where nothing has changed
     */
    void keep(HeardCalendar heard, @Nullable Instant againAt) {
        var changes = new ArrayList<Bson>(List.of(
                Updates.set(SEQUENCE, heard.sequence()),
                Updates.set(HOURS, heard.hours().text())));
        if (againAt != null) {
            changes.add(Updates.set(AGAIN_AT, Date.from(againAt)));
        }
        try {
            documents()
                    .updateOne(
                            and(eq(ID, heard.storeId()), lt(SEQUENCE, heard.sequence())),
                            Updates.combine(changes),
                            new UpdateOptions().upsert(true));
        } catch (MongoWriteException failed) {
            // Something later stands there already.
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    /** Those by which tasks are to be counted once more by now. */
    List<HeardCalendar> dueAgain(Instant now) {
        return documents()
                .find(lte(AGAIN_AT, Date.from(now)))
                .map(HeardCalendars::read)
                .into(new ArrayList<>());
    }

    /** Tasks were counted by it once more; nothing changes where it is no longer the last one. */
    void settled(HeardCalendar heard) {
        documents().updateOne(and(eq(ID, heard.storeId()), eq(SEQUENCE, heard.sequence())), Updates.unset(AGAIN_AT));
    }

    private static HeardCalendar read(Document document) {
        return new HeardCalendar(
                document.getString(ID), document.getLong(SEQUENCE), Hours.parse(document.getString(HOURS)));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
