package io.dianmai.kpi.clock;

import static io.dianmai.kpi.clock.ClockDocuments.DUE_AT;
import static io.dianmai.kpi.clock.ClockDocuments.ID;
import static io.dianmai.kpi.clock.ClockDocuments.KIND;
import static io.dianmai.kpi.clock.ClockDocuments.RUNNING;
import static io.dianmai.kpi.clock.ClockDocuments.STORE;
import static io.dianmai.kpi.clock.ClockDocuments.VERSION;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.dianmai.kit.store.TakenIds;
import io.dianmai.kpi.clock.ClockDocuments.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** 时限台账: every clock that was heard of, one document each, written as a whole where nobody else was faster. */
@Component
class ClockBook {
    private static final String COLLECTION = "deadline_clocks";
    private static final int HEARD_AT_ONCE = 200;
    private static final int CLOCKS_AT_ONCE = 200;
    private static final int ATTEMPTS = 10;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;

    ClockBook(MongoTemplate mongo) {
        this.mongo = mongo;
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index()
                .on(STORE, Sort.Direction.ASC)
                .on(RUNNING, Sort.Direction.ASC)
                .on(DUE_AT, Sort.Direction.ASC));
        indexes.createIndex(new Index().on(KIND, Sort.Direction.ASC).on(STORE, Sort.Direction.ASC));
        indexes.createIndex(new Index().on(RUNNING, Sort.Direction.ASC).on(DUE_AT, Sort.Direction.ASC));
    }

    /** Writes down what was heard; again what was heard before changes nothing. */
    void hear(List<Heard> heard) {
        for (int from = 0; from < heard.size(); from += HEARD_AT_ONCE) {
            hearSome(heard.subList(from, Math.min(heard.size(), from + HEARD_AT_ONCE)));
        }
    }

    private void hearSome(List<Heard> heard) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<WriteModel<Document>> writes = writes(versions(ids(heard)), heard);
            if (writes.isEmpty() || write(writes)) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("others keep writing the same clocks");
    }

    private static Set<String> ids(List<Heard> heard) {
        Set<String> ids = new HashSet<>();
        for (Heard one : heard) {
            ids.add(one.deadlineId());
            if (one.unlessRuns() != null) {
                ids.add(one.unlessRuns());
            }
        }
        return ids;
    }

    private Map<String, Versioned> versions(Set<String> ids) {
        Map<String, Versioned> versions = new HashMap<>();
        documents()
                .find(Filters.in(ID, ids))
                .forEach(document -> versions.put(document.getString(ID), Versioned.read(document)));
        return versions;
    }

    private static List<WriteModel<Document>> writes(Map<String, Versioned> versions, List<Heard> heard) {
        Map<String, TrackedClock> after = new LinkedHashMap<>();
        for (Heard one : heard) {
            TrackedClock before = clock(one.deadlineId(), one.storeId(), after, versions);
            boolean said = one.unlessRuns() == null
                    || !clock(one.unlessRuns(), one.storeId(), after, versions).isRunning();
            if (said) {
                after.put(one.deadlineId(), before.hear(one.fact()));
            }
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        after.forEach((id, clock) -> {
            Versioned before = versions.get(id);
            if (before == null ? !clock.facts().isEmpty() : !clock.equals(before.clock())) {
                writes.add(write(clock, before == null ? 0 : before.version()));
            }
        });
        return writes;
    }

    private static TrackedClock clock(
            String id, String storeId, Map<String, TrackedClock> after, Map<String, Versioned> versions) {
        TrackedClock changed = after.get(id);
        Versioned stored = versions.get(id);
        if (changed != null) {
            return changed;
        }
        return stored == null ? TrackedClock.unheard(id, storeId) : stored.clock();
    }

    private static WriteModel<Document> write(TrackedClock clock, long before) {
        Document document = ClockDocuments.write(clock, before + 1);
        return before == 0
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(Filters.and(Filters.eq(ID, clock.id()), Filters.eq(VERSION, before)), document);
    }

    /** Whether nobody else was faster with any of them. */
    private boolean write(List<WriteModel<Document>> writes) {
        try {
            BulkWriteResult written = documents().bulkWrite(writes, IN_ANY_ORDER);
            return written.getInsertedCount() + written.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException failed) {
            TakenIds.requireNothingElse(failed);
            return false;
        }
    }

    Optional<TrackedClock> find(String id) {
        return Optional.ofNullable(documents().find(Filters.eq(ID, id)).first()).map(ClockDocuments::read);
    }

    /** Clocks that match; criteria name the fields of {@link ClockDocuments}. */
    List<TrackedClock> find(Criteria criteria, Sort order, int limit) {
        Query query = Query.query(criteria).with(order).limit(limit);
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(ClockDocuments::read)
                .toList();
    }

    /** Hands over every clock that matches, in no order, without ever holding more than a few. */
    void forEach(Criteria criteria, Consumer<TrackedClock> sink) {
        try (var clocks =
                mongo.stream(Query.query(criteria).cursorBatchSize(CLOCKS_AT_ONCE), Document.class, COLLECTION)) {
            clocks.map(ClockDocuments::read).forEach(sink);
        }
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
