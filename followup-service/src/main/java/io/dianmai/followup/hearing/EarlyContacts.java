package io.dianmai.followup.hearing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.StoreFact;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Contacts, and other facts about tasks, told before their lead was heard of: facts and lead events come on two topics, so either can be first. One
 * document for each lead, its facts in the order they were told.
 *
 * <p>Whoever hears a contact parks it and then looks for the plan; whoever hears a registration opens the plan and then
 * looks for parked contacts. So one of the two sees the other, whatever the order, and both may: a contact is carried
 * out once.
 */
@Component
class EarlyContacts {
    /**
     * More contacts than this, and still no lead: there is none by that reference. Fewer than the commands that a plan
     * remembers, so that two who carry out the same ones at the same time do each once.
     */
    static final int LIMIT = 50;

    static final String COLLECTION = "early_contacts";
    private static final String ID = "_id";
    private static final String FACTS = "facts";

    private final MongoTemplate mongo;

    EarlyContacts(MongoTemplate mongo, MeterRegistry meters) {
        this.mongo = mongo;
        Gauge.builder("dianmai.followup.early.leads", mongo, store -> store.estimatedCount(COLLECTION))
                .description("Leads with contacts that came before the lead was heard of")
                .register(meters);
    }

    /** How many wait. */
    int waiting(String leadId) {
        return facts(leadId).size();
    }

    /** Which of these leads have any that wait. */
    Set<String> among(Collection<String> leadIds) {
        return documents()
                .find(in(ID, leadIds))
                .projection(Projections.include(ID))
                .map(document -> document.getString(ID))
                .into(new HashSet<>());
    }

    /** Those that wait, in the order they were told. */
    List<Envelope<StoreFact>> of(String leadId) {
        return facts(leadId).stream().map(EarlyContacts::read).toList();
    }

    /** Keeps a fact until the lead is heard of; the same fact once. */
    void park(String leadId, Envelope<?> fact) {
        documents().updateOne(eq(ID, leadId), Updates.addToSet(FACTS, write(fact)), new UpdateOptions().upsert(true));
    }

    /** Forgets a fact that was carried out. */
    void release(String leadId, Envelope<?> fact) {
        documents().updateOne(eq(ID, leadId), Updates.pullAll(FACTS, List.of(write(fact))));
        documents().deleteOne(and(eq(ID, leadId), size(FACTS, 0)));
    }

    private List<Document> facts(String leadId) {
        Document document = documents().find(eq(ID, leadId)).first();
        return document == null ? List.of() : document.getList(FACTS, Document.class, List.of());
    }

    private static Document write(Envelope<?> fact) {
        return new Document("id", fact.id())
                .append("source", fact.source().toString())
                .append("subject", fact.subject())
                .append("time", fact.time().toString())
                .append("storeId", fact.storeId())
                .append("recordedTime", fact.recordedTime().toString())
                .append("traceParent", fact.traceParent())
                .append("type", fact.type())
                .append("data", EventJson.MAPPER.writeValueAsString(fact.data()));
    }

    private static Envelope<StoreFact> read(Document fact) {
        return new Envelope<>(
                fact.getString("id"),
                URI.create(fact.getString("source")),
                fact.getString("subject"),
                Instant.parse(fact.getString("time")),
                fact.getString("storeId"),
                0,
                Instant.parse(fact.getString("recordedTime")),
                fact.getString("traceParent"),
                EventJson.MAPPER.readValue(fact.getString("data"), type(fact)));
    }

    /** What was kept before there were others is a contact. */
    private static Class<? extends StoreFact> type(Document fact) {
        return Optional.ofNullable(fact.getString("type"))
                .flatMap(EventTypes::byName)
                .<Class<? extends StoreFact>>map(type -> type.asSubclass(StoreFact.class))
                .orElse(ContactMade.class);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
