package io.dianmai.followup.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.dianmai.kit.aggregate.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What advisors have before them: their plans in which a contact is waited for, without the log of contacts. Read by exact
 * ids, which takes the same however many leads a group has.
 */
public final class OpenPlans {
    /** Struck out at one reading: the rest next time. */
    private static final int MOST_STRUCK = 20;

    /** The embedded store compares each document that it finds with all ids that were asked for. */
    private static final int AT_ONCE = 100;

    private static final Bson WITHOUT_HISTORY =
            Projections.fields(Projections.exclude("outbox", "commands", "heard", "state.contacts"));

    private final MongoTemplate mongo;
    private final Agendas agendas;
    private final String collection;

    OpenPlans(MongoTemplate mongo, Agendas agendas, String collection) {
        this.mongo = mongo;
        this.agendas = agendas;
        this.collection = collection;
    }

    /** Those of these advisors, in no order. */
    public List<Stored<FollowUpPlan>> of(Collection<String> advisorIds) {
        Set<String> wanted = Set.copyOf(advisorIds);
        List<Stored<FollowUpPlan>> theirs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Stored<FollowUpPlan> plan : read(List.copyOf(agendas.leadsOf(wanted)))) {
            if (isOf(wanted, plan.state())) {
                theirs.add(plan);
            } else {
                others.add(plan.id());
            }
        }
        others.stream().limit(MOST_STRUCK).forEach(lead -> wanted.forEach(advisor -> agendas.strike(advisor, lead)));
        return theirs;
    }

    private static boolean isOf(Set<String> advisors, FollowUpPlan plan) {
        return plan.waiting()
                && Optional.ofNullable(plan.dimensions().advisorId())
                        .filter(advisors::contains)
                        .isPresent();
    }

    private List<Stored<FollowUpPlan>> read(List<String> leadIds) {
        List<Stored<FollowUpPlan>> plans = new ArrayList<>(leadIds.size());
        for (int from = 0; from < leadIds.size(); from += AT_ONCE) {
            mongo.getCollection(collection)
                    .find(Filters.in("_id", leadIds.subList(from, Math.min(leadIds.size(), from + AT_ONCE))))
                    .projection(WITHOUT_HISTORY)
                    .batchSize(AT_ONCE)
                    .forEach(document -> plans.add(read(document)));
        }
        return plans;
    }

    private Stored<FollowUpPlan> read(Document document) {
        return new Stored<>(
                document.getString("_id"),
                document.getString("storeId"),
                document.getLong("version"),
                mongo.getConverter().read(FollowUpPlan.class, document.get("state", Document.class)));
    }
}
