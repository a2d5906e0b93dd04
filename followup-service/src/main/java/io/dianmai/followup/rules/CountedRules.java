package io.dianmai.followup.rules;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** By which rules the tasks of each store were last counted, and whether they are to be counted once more. */
@Component
class CountedRules {
    private static final String COLLECTION = "counted_rules";
    private static final String ID = "_id";
    private static final String RULES = "rules";
    private static final String AGAIN = "again";

    private final MongoTemplate mongo;

    CountedRules(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * What was last counted by.
     *
     * @param rules fingerprint of the rules
     * @param again they are to be counted by once more
     */
    record Counted(String rules, boolean again) {}

    /** Of all stores, by their ids. */
    Map<String, Counted> all() {
        Map<String, Counted> counted = new HashMap<>();
        documents()
                .find()
                .forEach(document -> counted.put(
                        document.getString(ID),
                        new Counted(document.getString(RULES), document.getBoolean(AGAIN, false))));
        return counted;
    }

    void keep(String storeId, Counted counted) {
        documents()
                .updateOne(
                        eq(ID, storeId),
                        Updates.combine(Updates.set(RULES, counted.rules()), Updates.set(AGAIN, counted.again())),
                        new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
