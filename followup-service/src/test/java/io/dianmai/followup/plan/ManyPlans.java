package io.dianmai.followup.plan;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Plans of a whole group in a store, each with its contacts, as commands would have left them. */
public final class ManyPlans {
    private static final String COLLECTION = "plans";

    private final MongoTemplate mongo;
    private final Agendas agendas;

    public ManyPlans(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.agendas = new Agendas(mongo, clock);
    }

    public OpenPlans open() {
        return new OpenPlans(mongo, agendas, COLLECTION);
    }

    /** Puts down plans of one advisor, the contacts of each some days apart and the last one before {@code now}. */
    public void put(String storeId, String advisorId, int plans, int contacts, Instant now) {
        List<Document> documents = new ArrayList<>();
        for (int number = 0; number < plans; number++) {
            String lead = AggregateIds.of(storeId, "lead", advisorId + number);
            agendas.put(advisorId, lead);
            documents.add(
                    document(storeId, lead, plan(lead, advisorId, contacts, now.minus(Duration.ofHours(number)))));
        }
        mongo.getCollection(COLLECTION).insertMany(documents);
    }

    private static FollowUpPlan plan(String lead, String advisorId, int contacts, Instant last) {
        Instant registered = last.minus(Duration.ofDays(contacts));
        var dimensions = new LeadDimensions(Channel.PHONE, null, "SUV", advisorId, "team-1", registered);
        FollowUpPlan plan = Given.after(null, Journey.opened(lead, dimensions, registered, Given.TERMS), registered);
        for (int day = 1; day <= contacts; day++) {
            plan = Given.contacted(plan, Given.connected(), registered.plus(Duration.ofDays(day)));
        }
        return plan;
    }

    private Document document(String storeId, String lead, FollowUpPlan plan) {
        var state = new Document();
        mongo.getConverter().write(plan, state);
        return new Document("_id", lead)
                .append("storeId", storeId)
                .append("version", 1L)
                .append("sequence", 1L)
                .append("state", state)
                .append("outbox", List.of())
                .append("commands", List.of("0198f2c4-7a6e-7c40-9d7e-3d5b1e0a9c55"))
                .append("heard", List.of());
    }
}
