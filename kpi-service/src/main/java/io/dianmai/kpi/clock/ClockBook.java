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
import io.dianmai.kpi.clock.ClockDocuments.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int CLOCKS_AT_ONCE = 200;
    private static final int ATTEMPTS = 10;
    private static final int DUPLICATE_KEY = 11_000;
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
    void hear(Collection<Heard> heard) {
        Map<String, List<Heard>> byClock = new LinkedHashMap<>();
        heard.forEach(one -> byClock.computeIfAbsent(one.deadlineId(), _ -> new ArrayList<>())
                .add(one));
        List<String> ids = List.copyOf(byClock.keySet());
        for (int from = 0; from < ids.size(); from += CLOCKS_AT_ONCE) {
            hear(ids.subList(from, Math.min(ids.size(), from + CLOCKS_AT_ONCE)), byClock);
        }
    }

    private void hear(List<String> ids, Map<String, List<Heard>> byClock) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<WriteModel<Document>> writes = writes(versions(ids), ids, byClock);
            if (writes.isEmpty() || write(writes)) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("others keep writing the same clocks");
    }

    private Map<String, Versioned> versions(List<String> ids) {
        Map<String, Versioned> versions = new HashMap<>();
        documents()
                .find(Filters.in(ID, ids))
                .forEach(document -> versions.put(document.getString(ID), Versioned.read(document)));
        return versions;
    }

    private static List<WriteModel<Document>> writes(
            Map<String, Versioned> versions, List<String> ids, Map<String, List<Heard>> byClock) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (String id : ids) {
            List<Heard> heard = byClock.getOrDefault(id, List.of());
            Versioned before = versions.getOrDefault(
                    id, new Versioned(TrackedClock.unheard(id, heard.getFirst().storeId()), 0));
            TrackedClock after = before.clock();
            for (Heard one : heard) {
                after = after.hear(one.fact());
            }
            if (!after.equals(before.clock())) {
                writes.add(write(after, before.version()));
            }
        }
        return writes;
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
            if (failed.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)
                    && failed.getWriteConcernError() == null) {
                return false;
            }
            throw failed;
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
