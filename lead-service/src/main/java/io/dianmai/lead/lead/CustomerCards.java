package io.dianmai.lead.lead;

import static com.mongodb.client.model.Filters.eq;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.dianmai.kit.personal.SealedCustomer;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.BulkOperations;
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
        if (customer.name() == null && customer.phone() == null) {
            return;
        }
        try {
            mongo.upsert(query(where("_id").is(leadId)), card(storeId, customer), COLLECTION);
        } catch (DuplicateKeyException atTheSameMoment) {
            log.debug("the card of lead {} was kept by a repeat of this command", leadId);
        }
    }

    /** As {@link #keep} for many leads by one write. */
    void keepAll(List<RegistrationBatch.Entry> entries) {
        BulkOperations cards = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, COLLECTION);
        boolean any = false;
        for (RegistrationBatch.Entry entry : entries) {
            SealedCustomer customer = entry.customer();
            if (customer.name() != null || customer.phone() != null) {
                cards.upsert(
                        query(where("_id").is(entry.id())),
                        card(entry.registered().command().storeId(), customer));
                any = true;
            }
        }
        if (any) {
            cards.execute();
        }
    }

    private static Update card(String storeId, SealedCustomer customer) {
        var card = new Update().setOnInsert("storeId", storeId);
        if (customer.name() != null) {
            card.setOnInsert("name", customer.name().text());
        }
        if (customer.phone() != null) {
            card.setOnInsert("phone", customer.phone().text());
        }
        return card;
    }
}
