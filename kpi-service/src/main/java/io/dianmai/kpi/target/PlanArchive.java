package io.dianmai.kpi.target;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.dianmai.kit.store.TakenIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** All plans with all their versions, one document each, found by exact {@code _id}. */
@Component
public class PlanArchive {
    static final String COLLECTION = "target_plans";
    private static final int IDS_PER_QUERY = 5_000;
    private static final int ATTEMPTS = 5;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;
    private final PlannedNames names;

    PlanArchive(MongoTemplate mongo, PlannedNames names) {
        this.mongo = mongo;
        this.names = names;
        documents().createIndex(Indexes.ascending(PlanDocument.STORE, PlanDocument.YEAR));
    }

    /** The plans with these ids, by id. */
    Map<String, Plan> find(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        Map<String, Plan> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY));
            documents()
                    .find(Filters.in(PlanDocument.ID, some))
                    .forEach(document -> found.put(document.getString(PlanDocument.ID), PlanDocument.plan(document)));
        }
        return found;
    }

    /** Whether there is, or was, such a plan. */
    public boolean has(PlanKey key) {
        return !find(List.of(key.id())).isEmpty();
    }

    /** Every plan of a store for a year, in order of what they are for and whose they are. */
    public List<Plan> ofStore(String storeId, int year) {
        return documents()
                .find(Filters.and(Filters.eq(PlanDocument.STORE, storeId), Filters.eq(PlanDocument.YEAR, year)))
                .sort(new Document(PlanDocument.ID, 1))
                .map(PlanDocument::plan)
                .into(new ArrayList<>());
    }

    /**
     * Adds versions to plans; each plan may be changed once. Whoever adds at the same moment is added to, not written
     * over.
     *
     * @throws OptimisticLockingFailureException when others were faster again and again
     */
    public Map<PlanKey, Recorded> record(Collection<PlanChange> changes) {
        Map<PlanKey, Recorded> outcomes = new HashMap<>();
        List<PlanChange> left = List.copyOf(changes);
        for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
            left = attempt(left, outcomes);
        }
        if (!left.isEmpty()) {
            throw new OptimisticLockingFailureException("plans are being changed by others");
        }
        return outcomes;
    }

    /** What would come of these changes, which are not made. */
    public Map<PlanKey, Recorded> tryOut(Collection<PlanChange> changes) {
        Map<String, Plan> found = find(changes.stream().map(PlanChange::id).toList());
        return changes.stream().collect(Collectors.toMap(PlanChange::key, change -> change.on(found.get(change.id()))));
    }

    private List<PlanChange> attempt(List<PlanChange> changes, Map<PlanKey, Recorded> outcomes) {
        outcomes.putAll(tryOut(changes));
        List<Plan> grown = changes.stream()
                .flatMap(change -> outcomes.get(change.key()) instanceof Recorded.Saved saved
                        ? Stream.of(saved.plan())
                        : Stream.of())
                .toList();
        Set<PlanKey> beaten = replace(grown);
        return changes.stream().filter(change -> beaten.contains(change.key())).toList();
    }

    /** Those that somebody else has changed meanwhile: the guard did not match, and the insert met its id. */
    private Set<PlanKey> replace(List<Plan> grown) {
        if (grown.isEmpty()) {
            return Set.of();
        }
        names.add(grown.stream().map(plan -> plan.key().what()).collect(Collectors.toSet()));
        List<WriteModel<Document>> writes =
                grown.stream().map(PlanArchive::write).toList();
        try {
            documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            return TakenIds.in(failed).stream()
                    .map(position -> grown.get(position).key())
                    .collect(Collectors.toSet());
        }
    }

    /** A new plan is a plain insert: its id is guard enough, and the embedded store scans for any other condition. */
    private static WriteModel<Document> write(Plan plan) {
        Document document = PlanDocument.of(plan);
        if (plan.revision() == 1) {
            return new InsertOneModel<>(document);
        }
        return new ReplaceOneModel<>(
                Filters.and(
                        Filters.eq(PlanDocument.ID, plan.key().id()),
                        Filters.eq(PlanDocument.REVISION, plan.revision() - 1)),
                document,
                UPSERT);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
