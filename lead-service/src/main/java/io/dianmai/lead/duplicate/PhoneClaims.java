package io.dianmai.lead.duplicate;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.store.TakenIds;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import java.time.Instant;
import java.util.BitSet;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Makes a phone belong to one lead of a store: one document for each phone, found by its hash, and every change of it one
 * guarded write. A phone is claimed before its lead is registered: so whoever comes second knows it, at the same moment
 * too.
 */
@Component
public class PhoneClaims {
    private static final String COLLECTION = "phoneOwners";
    private static final String VERSION = "version";
    private static final String OWNERS = "owners";
    private static final FindOneAndUpdateOptions CLAIMING =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    private static final String EARLIER = "earlier";

    private final MongoTemplate mongo;
    private final Policies policies;

    PhoneClaims(MongoTemplate mongo, Policies policies) {
        this.mongo = mongo;
        this.policies = policies;
    }

    /** Claims a phone, unless a lead of the store has it. The answer says whose it is now. */
    public PhoneOwners claim(String hash, Owner newcomer) {
        var wanted = new Wanted(hash, newcomer);
        try {
            Document claimed =
                    mongo.getCollection(COLLECTION).findOneAndUpdate(unowned(wanted), claimed(newcomer), CLAIMING);
            return Optional.ofNullable(claimed).map(this::read).orElseThrow(PhoneClaims::changing);
        } catch (MongoException failed) {
            if (ErrorCategory.fromErrorCode(failed.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            return find(hash).orElseThrow(PhoneClaims::changing);
        }
    }

    /**
     * Claims many phones by one write.
     *
     * @return which of them nobody at all had, by their place in the list; of the others {@link #claim} says whose they are
     */
    public BitSet claimAll(List<Wanted> phones) {
        BitSet fresh = new BitSet();
        if (phones.isEmpty()) {
            return fresh;
        }
        List<WriteModel<Document>> writes =
                phones.stream().map(PhoneClaims::claiming).toList();
        for (BulkWriteUpsert made : made(writes)) {
            fresh.set(made.getIndex());
        }
        return fresh;
    }

    /** A phone, and who shall own it. */
    public record Wanted(String hash, Owner newcomer) {}

    private List<BulkWriteUpsert> made(List<WriteModel<Document>> writes) {
        try {
            return mongo.getCollection(COLLECTION)
                    .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                    .getUpserts();
        } catch (MongoBulkWriteException some) {
            TakenIds.requireNothingElse(some);
            return some.getWriteResult().getUpserts();
        }
    }

    private static WriteModel<Document> claiming(Wanted wanted) {
        return new UpdateOneModel<>(unowned(wanted), claimed(wanted.newcomer()), new UpdateOptions().upsert(true));
    }

    private static Bson unowned(Wanted wanted) {
        return Filters.and(
                Filters.eq("_id", wanted.hash()),
                Filters.ne("owners.storeId", wanted.newcomer().storeId()));
    }

    private static Bson claimed(Owner owner) {
        return Updates.combine(
                Updates.push(
                        OWNERS,
                        new Document("storeId", owner.storeId())
                                .append("leadId", owner.leadId())
                                .append("registeredAt", Date.from(owner.registeredAt()))),
                Updates.inc(VERSION, 1L));
    }

    /** Makes {@code next} own it instead of whoever did at its store; false when somebody else changed it since it was seen. */
    public boolean takeOver(PhoneOwners seen, Owner next) {
        var asSeen = query(where("_id").is(seen.hash()).and(VERSION).is(seen.version()));
        var taken = new Update()
                .set(OWNERS, seen.ownersWith(next))
                .set(EARLIER, seen.earlierAfter(next.storeId()))
                .inc(VERSION, 1);
        return mongo.updateFirst(asSeen, taken, PhoneOwners.class, COLLECTION).getModifiedCount() == 1;
    }

    /** A lead has the phone no more. */
    public void release(String hash, String storeId, String leadId) {
        var released = new Update()
                .pull(OWNERS, new Document("storeId", storeId).append("leadId", leadId))
                .inc(VERSION, 1);
        mongo.updateFirst(byHash(hash), released, COLLECTION);
    }

    /** Nothing says any more that the lead ever had the phone; nothing is left of a phone that no other lead has or had. */
    public void forget(String hash, String leadId) {
        MongoCollection<Document> owners = mongo.getCollection(COLLECTION);
        owners.updateOne(
                Filters.eq("_id", hash),
                Updates.combine(
                        Updates.pull(OWNERS, new Document("leadId", leadId)),
                        Updates.pull(EARLIER, leadId),
                        Updates.inc(VERSION, 1L)));
        owners.deleteOne(
                Filters.and(Filters.eq("_id", hash), Filters.size(OWNERS, 0), Filters.exists(EARLIER + ".0", false)));
    }

    /** Until when a store's claim to a customer is protected against the others, as the rule is at {@code at}. */
    public Instant protectedUntil(Owner first, Instant at) {
        return first.registeredAt()
                .plus(policies.of(DuplicatePolicy.KIND, first.storeId(), at).protection());
    }

    /** Whose a phone is; empty when nobody ever had it. */
    public Optional<PhoneOwners> find(String hash) {
        return Optional.ofNullable(mongo.findOne(byHash(hash), PhoneOwners.class, COLLECTION));
    }

    private PhoneOwners read(Document document) {
        return mongo.getConverter().read(PhoneOwners.class, document);
    }

    private static Query byHash(String hash) {
        return query(where("_id").is(hash));
    }

    private static OptimisticLockingFailureException changing() {
        return new OptimisticLockingFailureException("a phone changes hands right now");
    }
}
