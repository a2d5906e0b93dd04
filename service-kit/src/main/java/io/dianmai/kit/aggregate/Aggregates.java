package io.dianmai.kit.aggregate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static io.dianmai.kit.aggregate.AggregateDocument.ID;
import static io.dianmai.kit.aggregate.AggregateDocument.STATE;
import static io.dianmai.kit.aggregate.AggregateDocument.VERSION;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import io.dianmai.contracts.EventData;
import io.dianmai.kit.store.TakenIds;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The aggregates of one kind, each one document. A command loads the document, decides, and saves state, events and its
 * own id in a single atomic write guarded by the version; the relay then sends the events. So a command is carried out
 * wholly or not at all, and a crash at any instant loses no event.
 *
 * @param <S> state
 * @param <E> family of events
 */
public final class Aggregates<S, E extends EventData> implements Commands<S, E> {
    /** A document whose events cannot be sent refuses more work long before it nears the size limit of documents. */
    static final int OUTBOX_LIMIT = 200;

    private static final int ATTEMPTS = 50;
    /** Documents that a stream fetches at one time. */
    private static final int STREAMED = 500;

    private final MongoTemplate mongo;
    private final String collection;
    private final Class<S> stateType;
    private final Behaviour<S, E> behaviour;
    private final OutboxRelay relay;
    private final Clock clock;

    Aggregates(
            MongoTemplate mongo,
            String collection,
            Class<S> stateType,
            Behaviour<S, E> behaviour,
            OutboxRelay relay,
            Clock clock) {
        this.mongo = mongo;
        this.collection = collection;
        this.stateType = stateType;
        this.behaviour = behaviour;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return load(id).flatMap(this::stored);
    }

    /**
     * Aggregates that match, at most {@code limit}. Criteria name state fields with the prefix {@code state.}; the
     * caller adds the stores that the viewer may see.
     */
    public List<Stored<S>> find(Criteria criteria, Sort sort, int limit) {
        var query = Query.query(criteria).with(sort).limit(limit);
        return mongo.find(query, Document.class, collection).stream()
                .map(AggregateDocument::read)
                .map(this::stored)
                .flatMap(Optional::stream)
                .toList();
    }

    /** As {@link #find(Criteria, Sort, int)}, of however many, one after the other; to be closed. */
    public Stream<Stored<S>> stream(Criteria criteria, Sort sort) {
        var query = Query.query(criteria).with(sort).cursorBatchSize(STREAMED);
        return mongo.stream(query, Document.class, collection)
                .map(AggregateDocument::read)
                .map(this::stored)
                .flatMap(Optional::stream);
    }

    /** How many match, counted up to {@code most}. */
    public long count(Criteria criteria, int most) {
        return mongo.count(Query.query(criteria).limit(most), collection);
    }

    /**
     * Creates aggregates by one write, each with its whole history or not at all. What exists already gets the commands
     * one by one instead, where repeats change nothing. Waits while the relay is far behind; where it does not catch
     * up, every creation is refused as unavailable and may be given again.
     *
     * @return what became of each, in the same order
     */
    public List<Outcome<S>> createAll(List<Creation<S, E>> creations) {
        return new BulkCreation<>(this, creations).run();
    }

    /** Many commands to be carried out together; {@code ids} of all aggregates that they may be about. */
    public CommandGroup<S, E> group(Collection<String> ids) {
        return new CommandGroup<>(this, ids);
    }

    @Override
    public Outcome<S> execute(String id, Command command, Decider<S, E> decider, UnaryOperator<S> keep) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Draft<S, E> draft = draft(load(id).orElseGet(() -> AggregateDocument.absent(id, command.storeId())));
            Outcome<S> outcome = draft.carryOut(command, decider, keep);
            if (!draft.changed()) {
                if (draft.full()) {
                    offer(draft.written());
                }
                return outcome;
            }
            if (write(draft)) {
                return outcome;
            }
        }
        throw new OptimisticLockingFailureException(collection + " " + id + " changes too often");
    }

    /**
     * Changes what is kept and tells nobody: for what must be forgotten, of which no event may speak. The version moves, so
     * that a command under way decides anew.
     *
     * @return whether anything was changed
     * @throws OptimisticLockingFailureException when others keep changing the aggregate at the same time
     */
    public boolean amend(String id, UnaryOperator<S> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AggregateDocument seen = load(id).orElse(null);
            S before = seen == null ? null : state(seen);
            if (seen == null || before == null) {
                return false;
            }
            S after = change.apply(before);
            if (after.equals(before)) {
                return false;
            }
            if (amend(seen, after)) {
                return true;
            }
        }
        throw new OptimisticLockingFailureException(collection + " " + id + " changes too often");
    }

    private boolean amend(AggregateDocument seen, S state) {
        var asSeen = and(eq(ID, seen.id()), eq(VERSION, seen.version()));
        var amended = combine(set(STATE, write(state)), set(VERSION, seen.version() + 1));
        return documents().updateOne(asSeen, amended).getModifiedCount() == 1;
    }

    /** False when somebody else changed the document in between. */
    private boolean write(Draft<S, E> draft) {
        try {
            var written = documents().bulkWrite(List.of(draft.write(this::write, clock.instant())));
            if (written.getInsertedCount() + written.getMatchedCount() == 0) {
                return false;
            }
        } catch (MongoBulkWriteException failed) {
            TakenIds.requireNothingElse(failed);
            return false;
        }
        sendNewsOf(draft);
        return true;
    }

    /** Writes many by one operation; as {@link CommandGroup#write}. */
    void writeAll(List<Draft<S, E>> drafts) {
        var now = clock.instant();
        List<WriteModel<Document>> writes =
                drafts.stream().map(draft -> draft.write(this::write, now)).toList();
        try {
            var written = documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (written.getInsertedCount() + written.getMatchedCount() == drafts.size()) {
                drafts.forEach(this::sendNewsOf);
                return;
            }
        } catch (MongoBulkWriteException failed) {
            TakenIds.requireNothingElse(failed);
        }
        // Whichever were written: their events must not wait for a sweep.
        load(drafts.stream().map(Draft::id).toList()).stream()
                .filter(document -> !document.outbox().isEmpty())
                .forEach(this::offer);
        throw new OptimisticLockingFailureException(
                "of %d changed together in %s some were changed by others".formatted(drafts.size(), collection));
    }

    void sendNewsOf(Draft<S, E> draft) {
        if (draft.hasNews()) {
            offer(draft.written());
        }
    }

    Draft<S, E> draft(AggregateDocument read) {
        return new Draft<>(behaviour, read, state(read));
    }

    Instant now() {
        return clock.instant();
    }

    boolean awaitRoom() {
        return relay.awaitRoom();
    }

    void offer(AggregateDocument saved) {
        relay.offer(collection, saved);
    }

    private Optional<Stored<S>> stored(AggregateDocument document) {
        return Optional.ofNullable(state(document))
                .map(state -> new Stored<>(document.id(), document.storeId(), document.version(), state));
    }

    private @Nullable S state(AggregateDocument document) {
        return document.state() == null ? null : mongo.getConverter().read(stateType, document.state());
    }

    @Nullable
    Document write(@Nullable S state) {
        if (state == null) {
            return null;
        }
        var document = new Document();
        mongo.getConverter().write(state, document);
        return document;
    }

    List<AggregateDocument> load(Collection<String> ids) {
        return documents().find(in(ID, ids)).map(AggregateDocument::read).into(new ArrayList<>());
    }

    private Optional<AggregateDocument> load(String id) {
        return Optional.ofNullable(documents().find(eq(ID, id)).first()).map(AggregateDocument::read);
    }

    MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
