package io.dianmai.lead.duplicate;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Under which id a lead goes on whose own id led to another one: it joined that one, or was merged into it. */
@Component
public class LeadAliases {
    private static final String COLLECTION = "leadAliases";

    /** Merged leads may be merged again; a longer way than this is a ring, which two merges at one moment could make. */
    private static final int LONGEST_WAY = 16;

    private final MongoTemplate mongo;

    LeadAliases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** From now on {@code id} means {@code goesOnAs}. */
    public void keep(String id, String goesOnAs) {
        aliases().replaceOne(eq("_id", id), new Document("leadId", goesOnAs), new ReplaceOptions().upsert(true));
    }

    /** The id means its own lead again. */
    public void forget(String id) {
        aliases().deleteOne(eq("_id", id));
    }

    /** The lead that {@code id} means: itself, most of the time. */
    public String goingOn(String id) {
        String here = id;
        for (int step = 0; step < LONGEST_WAY; step++) {
            Document alias = aliases().find(eq("_id", here)).first();
            if (alias == null) {
                return here;
            }
            here = alias.getString("leadId");
        }
        return here;
    }

    private MongoCollection<Document> aliases() {
        return mongo.getCollection(COLLECTION);
    }
}
