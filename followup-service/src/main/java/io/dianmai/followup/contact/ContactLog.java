package io.dianmai.followup.contact;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.kit.aggregate.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * 跟进记录: each contact once, under the number it has among those of its lead. A plan keeps its last ones with their notes; they are
 * taken from there when a plan has changed and again when its events are heard, so that none is missing after a crash.
 */
@Component
public class ContactLog {
    private static final String COLLECTION = "contact_log";
    private static final String ID = "_id";
    private static final String NOTE = "sealedNote";

    private final MongoTemplate mongo;

    ContactLog(MongoTemplate mongo) {
        this.mongo = mongo;
        for (String by : List.of("leadId", "advisorId", "storeId")) {
            mongo.indexOps(COLLECTION).createIndex(new Index(by, Sort.Direction.ASC).on("at", Sort.Direction.DESC));
        }
    }

    /** Puts down those contacts of a plan that are not there yet. */
    public void follow(Stored<FollowUpPlan> plan) {
        List<Contacted> kept = plan.state().contacts().stream()
                .filter(contact -> contact.number() != null)
                .map(contact -> Contacted.of(plan, contact))
                .toList();
        Set<String> there = there(kept);
        kept.stream().filter(contact -> !there.contains(contact.id())).forEach(this::put);
    }

    /** Contacts that match, at most {@code limit}. */
    List<Stored<Contacted>> find(Criteria criteria, Sort sort, int limit) {
        return mongo.find(Query.query(criteria).with(sort).limit(limit), Contacted.class, COLLECTION).stream()
                .map(contact -> new Stored<>(contact.id(), contact.storeId(), 1, contact))
                .toList();
    }

    /** All contacts of a lead, oldest first. */
    List<Contacted> of(String leadId) {
        Query all = Query.query(Criteria.where("leadId").is(leadId)).with(Sort.by("at", ID));
        return mongo.find(all, Contacted.class, COLLECTION);
    }

    /** What was written down about the contacts of a lead is forgotten; says of how many. */
    long eraseWords(String leadId) {
        return documents()
                .updateMany(Filters.and(Filters.eq("leadId", leadId), Filters.exists(NOTE)), Updates.unset(NOTE))
                .getModifiedCount();
    }

    private Set<String> there(List<Contacted> contacts) {
        List<String> ids = contacts.stream().map(Contacted::id).toList();
        return documents()
                .find(Filters.in(ID, ids))
                .projection(Projections.include(ID))
                .map(document -> document.getString(ID))
                .into(new HashSet<>());
    }

    private void put(Contacted contact) {
        var document = new Document();
        mongo.getConverter().write(contact, document);
        try {
            documents().insertOne(document);
        } catch (MongoWriteException failed) {
            // Somebody else has just put it down.
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
