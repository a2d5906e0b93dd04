package io.dianmai.gateway.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dianmai.contracts.audit.AuditRecorded;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The kept entries. Entries are put in and read, and there is no code that changes or removes one. */
@Component
class AuditBook {
    static final String COLLECTION = "audit_log";

    private static final int TRIES = 20;
    private static final int STREAMED = 500;

    private final MongoTemplate mongo;

    /** The last link of each chain as far as this instance knows; another one may have gone on since. */
    private final Map<Integer, Link> lasts = new ConcurrentHashMap<>();

    AuditBook(MongoTemplate mongo) {
        this.mongo = mongo;
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index(KeptEntry.LINK, Sort.Direction.ASC).unique());
        for (String field : List.of(KeptEntry.KIND, KeptEntry.ACTOR, KeptEntry.STORE, KeptEntry.OBJECT)) {
            indexes.createIndex(new Index(field, Sort.Direction.ASC).on("_id", Sort.Direction.DESC));
        }
    }

    /**
     * Keeps an entry once, however often it comes, as the next of its chain: two instances that append to one chain at
     * the same time do not get the same place.
     */
    void keep(AuditRecorded entry, int partition) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            KeptEntry next = KeptEntry.after(lasts.computeIfAbsent(partition, this::last), entry);
            if (isKept(next)) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("the chain of partition " + partition + " grows too fast");
    }

    private boolean isKept(KeptEntry next) {
        try {
            documents().insertOne(next.document());
            lasts.put(next.link().partition(), next.link());
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            lasts.remove(next.link().partition());
            return mongo.exists(
                    Query.query(Criteria.where("_id").is(next.entry().entryId())), COLLECTION);
        }
    }

    private Link last(int partition) {
        var query = Query.query(Criteria.where(KeptEntry.LINK)
                        .gte(Link.key(partition, 0))
                        .lt(Link.key(partition + 1, 0)))
                .with(Sort.by(Sort.Direction.DESC, KeptEntry.LINK))
                .limit(1);
        Document last = mongo.findOne(query, Document.class, COLLECTION);
        return last == null ? Link.before(partition) : KeptEntry.read(last).link();
    }

    /** Newest first. */
    List<KeptEntry> find(Criteria wanted, int limit) {
        return mongo.find(newestFirst(wanted).limit(limit), Document.class, COLLECTION).stream()
                .map(KeptEntry::read)
                .toList();
    }

    /** How many there are, counted up to {@code most}. */
    long count(Criteria wanted, int most) {
        return mongo.count(Query.query(wanted).limit(most), COLLECTION);
    }

    /** All of them, newest first; to be closed. */
    Stream<KeptEntry> stream(Criteria wanted) {
        return mongo.stream(newestFirst(wanted).cursorBatchSize(STREAMED), Document.class, COLLECTION)
                .map(KeptEntry::read);
    }

    /** Everything as it is stored, chain after chain, each from its first entry; to be closed. */
    Stream<Document> chains() {
        var inOrder = new Query().with(Sort.by(KeptEntry.LINK)).cursorBatchSize(STREAMED);
        return mongo.stream(inOrder, Document.class, COLLECTION);
    }

    /** Ids are ordered by time. */
    private static Query newestFirst(Criteria wanted) {
        return Query.query(wanted).with(Sort.by(Sort.Direction.DESC, "_id"));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
