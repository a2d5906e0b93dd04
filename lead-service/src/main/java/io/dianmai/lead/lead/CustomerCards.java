package io.dianmai.lead.lead;

import static com.mongodb.client.model.Filters.eq;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.store.TakenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * 意向客户卡: name, phone and ID number of the leads' customers, sealed. They stand apart from the leads, whose state follows from
 * events, so that they can be opened for those who may, or erased, without touching history.
 */
@Component
class CustomerCards {
    private static final Logger log = LoggerFactory.getLogger(CustomerCards.class);
    private static final String COLLECTION = "customerCards";

    private final MongoTemplate mongo;

    CustomerCards(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Writes what the customer is called now, what phone and what ID number; what is absent stays. */
    void replace(String leadId, String storeId, SealedCustomer customer) {
        var card = new Update().setOnInsert("storeId", storeId);
        if (customer.name() != null) {
            card.set("name", customer.name().text());
        }
        if (customer.phone() != null) {
            card.set("phone", customer.phone().text());
        }
        if (customer.idNumber() != null) {
            card.set("idNumber", customer.idNumber().text());
        }
        mongo.upsert(query(where("_id").is(leadId)), card, COLLECTION);
    }

    /** What the card of a lead says; nothing of what is not known. */
    SealedCustomer find(String leadId) {
        Document card = mongo.getCollection(COLLECTION).find(eq("_id", leadId)).first();
        return card == null
                ? new SealedCustomer(null, null)
                : SealedCustomer.parse(card.getString("name"), card.getString("phone"), card.getString("idNumber"));
    }

    /** Whether there was one; there is none from now on. */
    boolean forget(String leadId) {
        return mongo.getCollection(COLLECTION).deleteOne(eq("_id", leadId)).getDeletedCount() == 1;
    }

    /** Keeps the card of a lead about to be registered. The first one stands: a repeat changes nothing. */
    void keep(String leadId, String storeId, SealedCustomer customer) {
        keepAll(Stream.of(new Card(leadId, storeId, customer)));
    }

    /** Whose card it is. */
    record Card(String leadId, String storeId, SealedCustomer customer) {}

    /** As {@link #keep} for many leads by one write. */
    void keepAll(Stream<Card> cards) {
        List<UpdateOneModel<Document>> writes = cards.filter(card ->
                        card.customer().name() != null || card.customer().phone() != null)
                .map(CustomerCards::upsert)
                .toList();
        if (writes.isEmpty()) {
            return;
        }
        try {
            mongo.getCollection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            int taken = TakenIds.in(failed).size();
            log.debug(
                    "{} of {} cards were kept at the same moment by a repeat of the same command",
                    taken,
                    writes.size());
        }
    }

    private static UpdateOneModel<Document> upsert(Card card) {
        List<Bson> first = new ArrayList<>(List.of(Updates.setOnInsert("storeId", card.storeId())));
        if (card.customer().name() != null) {
            first.add(Updates.setOnInsert("name", card.customer().name().text()));
        }
        if (card.customer().phone() != null) {
            first.add(Updates.setOnInsert("phone", card.customer().phone().text()));
        }
        return new UpdateOneModel<>(
                Filters.eq("_id", card.leadId()), Updates.combine(first), new UpdateOptions().upsert(true));
    }
}
