package io.dianmai.lead.visit;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.kit.personal.SealedCustomer;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * 留档: what parties left of themselves, sealed, and which phones have been left at a store before. They stand apart from the
 * visits, as the cards of leads do from the leads.
 */
@Component
class VisitorCards {
    private static final String CARDS = "visitorCards";
    private static final String PHONES = "visitorPhones";

    private final MongoTemplate mongo;

    VisitorCards(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Keeps what a party about to be logged has left. The first one stands: a repeat changes nothing. */
    void keep(String visitId, String storeId, SealedCustomer customer) {
        List<Bson> card = new ArrayList<>();
        if (customer.name() != null) {
            card.add(Updates.setOnInsert("name", customer.name().text()));
        }
        if (customer.phone() != null) {
            card.add(Updates.setOnInsert("phone", customer.phone().text()));
        }
        if (!card.isEmpty()) {
            card.add(Updates.setOnInsert("storeId", storeId));
            mongo.getCollection(CARDS)
                    .updateOne(eq("_id", visitId), Updates.combine(card), new UpdateOptions().upsert(true));
        }
    }

    /** What a party has left; nothing of what it did not leave. */
    SealedCustomer find(String visitId) {
        Document card = mongo.getCollection(CARDS).find(eq("_id", visitId)).first();
        return card == null
                ? new SealedCustomer(null, null)
                : SealedCustomer.parse(card.getString("name"), card.getString("phone"));
    }

    /** Nothing says any more who came, nor that the phone was ever left at the store. */
    void forget(String visitId, String storeId, String phoneHash) {
        mongo.getCollection(PHONES).deleteOne(eq("_id", storeId + ':' + phoneHash));
        mongo.getCollection(CARDS).deleteOne(eq("_id", visitId));
    }

    /** Whether a phone was left at the store on another visit before; from now on it was. */
    boolean leftBefore(String visitId, String storeId, String phoneHash) {
        Document first = mongo.getCollection(PHONES)
                .findOneAndUpdate(
                        eq("_id", storeId + ':' + phoneHash),
                        Updates.setOnInsert("visitId", visitId),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return first != null && !visitId.equals(first.getString("visitId"));
    }
}
