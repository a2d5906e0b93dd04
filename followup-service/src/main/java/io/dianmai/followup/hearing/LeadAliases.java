package io.dianmai.followup.hearing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * 撞单与并档: under which lead a customer goes on who has, or had, another id. A second registration joins the first lead, and a
 * lead that was merged goes on as the other one.
 */
@Component
class LeadAliases {
    /** No lead is merged as often; a circle ends here. */
    private static final int MOST_STEPS = 10;

    private static final String COLLECTION = "lead_aliases";
    private static final String ID = "_id";
    private static final String LEAD = "leadId";

    private final MongoTemplate mongo;

    LeadAliases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What is told of {@code id} from now on is about {@code leadId}. */
    void keep(String id, String leadId) {
        if (!id.equals(leadId)) {
            documents().updateOne(eq(ID, id), Updates.set(LEAD, leadId), new UpdateOptions().upsert(true));
        }
    }

    /** The lead under which it goes on; itself, where nothing else is known. */
    String leadOf(String id) {
        String lead = id;
        for (int step = 0; step < MOST_STEPS; step++) {
            Document alias = documents().find(eq(ID, lead)).first();
            if (alias == null) {
                return lead;
            }
            lead = alias.getString(LEAD);
        }
        return lead;
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
