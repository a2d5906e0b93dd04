package io.dianmai.lead.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.dianmai.lead.intake.ImportJob.Counts;
import io.dianmai.lead.intake.ImportJob.State;
import io.dianmai.lead.intake.sheet.Headers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The imports of all stores; of each at most one instance is at work at one time. */
@Component
class ImportJobs {
    static final String COLLECTION = "imports";
    private static final String STATE = "state";
    private static final String NEXT = "nextChunk";
    private static final String OWNER = "owner";
    private static final String LEASE = "leaseUntil";
    private static final String FAILURES = "failures";
    private static final String FINISHED = "finishedAt";

    private final MongoTemplate mongo;

    ImportJobs(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<ImportJob> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportJob.class, COLLECTION));
    }

    /** Newest first. */
    List<ImportJob> find(Criteria criteria, int most) {
        Query newest =
                query(criteria).with(Sort.by(Sort.Direction.DESC, "createdAt")).limit(most);
        return mongo.find(newest, ImportJob.class, COLLECTION);
    }

    /** Whether this is the first of its id, or one whose reading had not come to an end. */
    boolean begin(ImportJob job) {
        try {
            mongo.insert(job, COLLECTION);
            return true;
        } catch (DuplicateKeyException repeated) {
            return find(job.id()).filter(one -> one.state() == State.READING).isPresent();
        }
    }

    /** The file was read, its rows wait. */
    void ready(String id, Headers headers, int rows, int chunks) {
        Update update = new Update()
                .set(STATE, State.RUNNING)
                .set("headers", headers.texts())
                .set("rows", rows)
                .set("chunks", chunks);
        mongo.updateFirst(query(where("_id").is(id).and(STATE).is(State.READING)), update, COLLECTION);
    }

    /** The file was not to be taken in. */
    void drop(String id) {
        mongo.remove(query(where("_id").is(id).and(STATE).is(State.READING)), COLLECTION);
    }

    /** One that waits and that nobody is at work on; then the owner is, until the lease ends. */
    Optional<ImportJob> claim(String owner, Instant now, Instant leaseUntil) {
        var free = new Criteria()
                .andOperator(
                        where(STATE).is(State.RUNNING),
                        new Criteria()
                                .orOperator(
                                        where(LEASE).exists(false), where(LEASE).lt(now)));
        return Optional.ofNullable(mongo.findAndModify(
                query(free).with(Sort.by("createdAt")),
                new Update().set(OWNER, owner).set(LEASE, leaseUntil),
                FindAndModifyOptions.options().returnNew(true),
                ImportJob.class,
                COLLECTION));
    }

    /** Settles a chunk, once; false when somebody else is at work by now. */
    boolean advance(String id, String owner, int chunk, Counts counts, Instant leaseUntil) {
        var mine = where("_id").is(id).and(OWNER).is(owner).and(NEXT).is(chunk);
        Update update = new Update()
                .inc(NEXT, 1)
                .inc("counts.created", counts.created())
                .inc("counts.joined", counts.joined())
                .inc("counts.known", counts.known())
                .inc("counts.bad", counts.bad())
                .set(LEASE, leaseUntil)
                .set(FAILURES, 0);
        return mongo.updateFirst(query(mine), update, COLLECTION).getModifiedCount() == 1;
    }

    /** Lets somebody else go on. */
    void release(String id, String owner, boolean failed) {
        Update update = new Update().unset(OWNER).unset(LEASE).inc(FAILURES, failed ? 1 : 0);
        mongo.updateFirst(query(where("_id").is(id).and(OWNER).is(owner)), update, COLLECTION);
    }

    void finish(String id, String owner, State state, Instant now) {
        Update update =
                new Update().set(STATE, state).set(FINISHED, now).unset(OWNER).unset(LEASE);
        mongo.updateFirst(query(where("_id").is(id).and(OWNER).is(owner)), update, COLLECTION);
    }

    /** That came before that time and have ended: what waits to be taken in becomes a lead like any other. */
    List<ImportJob> endedOf(Collection<String> storeIds, Instant before) {
        var ended = where("createdAt").lte(before).and(STATE).in(State.DONE, State.FAILED);
        return mongo.find(
                query(storeIds.isEmpty() ? ended : ended.and("storeId").in(storeIds)), ImportJob.class, COLLECTION);
    }

    /** Ended before that time, or begun before it and never read to the end. */
    List<ImportJob> endedBefore(Instant time) {
        var old = new Criteria()
                .orOperator(
                        where(FINISHED).lt(time),
                        where(STATE).is(State.READING).and("createdAt").lt(time));
        return mongo.find(query(old).limit(100), ImportJob.class, COLLECTION);
    }

    void forget(String id) {
        mongo.remove(query(where("_id").is(id)), COLLECTION);
    }
}
