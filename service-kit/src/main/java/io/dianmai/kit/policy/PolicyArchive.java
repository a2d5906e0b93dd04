package io.dianmai.kit.policy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.kit.policy.PolicyHistory.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What headquarters has said about policies: one document for each kind and scope, found by exact {@code _id}. */
final class PolicyArchive {
    static final String COLLECTION = "policies";
    private static final String NEWS = "policyNews";
    private static final String COUNT = "count";
    private static final int ATTEMPTS = 5;

    private final MongoTemplate mongo;
    private final PolicyKinds kinds;

    PolicyArchive(MongoTemplate mongo, PolicyKinds kinds) {
        this.mongo = mongo;
        this.kinds = kinds;
    }

    /** A number that is another one after each change; cheap to ask for. */
    long news() {
        Document news = mongo.getCollection(NEWS)
                .find(eq(PolicyDocument.ID, COLLECTION))
                .first();
        return news == null ? 0 : news.get(COUNT, Number.class).longValue();
    }

    /** All histories, as documents, in order of their ids. */
    List<Document> all() {
        return documents().find().sort(new Document(PolicyDocument.ID, 1)).into(new ArrayList<>());
    }

    /** One history; without a change when nothing was ever said. */
    PolicyHistory find(PolicyKey key) {
        return Optional.ofNullable(
                        documents().find(eq(PolicyDocument.ID, key.id())).first())
                .map(document -> PolicyDocument.history(document, kinds))
                .orElseGet(() -> PolicyHistory.nothing(key));
    }

    /**
     * Adds a change. Whoever adds at the same moment is added to, not written over.
     *
     * @param expected the revision that the history must have; null for whichever it has
     * @throws OptimisticLockingFailureException when others were faster again and again
     */
    Outcome record(PolicyKey key, PolicyChange change, @Nullable Integer expected) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Outcome outcome = find(key).with(change, expected);
            if (!(outcome instanceof Outcome.Said(PolicyHistory history))) {
                return outcome;
            }
            if (isSaved(history)) {
                tellTheOthers();
                return outcome;
            }
        }
        throw new OptimisticLockingFailureException("the policy is being changed by others");
    }

    /** False when somebody else has changed it meanwhile: the id is there already, or the revision is another. */
    private boolean isSaved(PolicyHistory history) {
        Document document = PolicyDocument.of(history);
        if (history.revision() == 1) {
            return isInserted(document);
        }
        var before =
                and(eq(PolicyDocument.ID, history.key().id()), eq(PolicyDocument.REVISION, history.revision() - 1));
        return documents().replaceOne(before, document).getMatchedCount() == 1;
    }

    private boolean isInserted(Document document) {
        try {
            documents().insertOne(document);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            return false;
        }
    }

    /** After the change: whoever sees this number sees the change. A crash in between is made up for by the full look. */
    private void tellTheOthers() {
        mongo.getCollection(NEWS)
                .updateOne(eq(PolicyDocument.ID, COLLECTION), Updates.inc(COUNT, 1L), new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
