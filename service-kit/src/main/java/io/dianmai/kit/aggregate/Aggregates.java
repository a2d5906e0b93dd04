package io.dianmai.kit.aggregate;

import static com.mongodb.client.model.Filters.eq;
import static io.dianmai.kit.aggregate.AggregateDocument.COMMANDS;
import static io.dianmai.kit.aggregate.AggregateDocument.COMMANDS_KEPT;
import static io.dianmai.kit.aggregate.AggregateDocument.HEARD;
import static io.dianmai.kit.aggregate.AggregateDocument.ID;
import static io.dianmai.kit.aggregate.AggregateDocument.OUTBOX;
import static io.dianmai.kit.aggregate.AggregateDocument.PENDING_SINCE;
import static io.dianmai.kit.aggregate.AggregateDocument.SEQUENCE;
import static io.dianmai.kit.aggregate.AggregateDocument.STATE;
import static io.dianmai.kit.aggregate.AggregateDocument.STORE_ID;
import static io.dianmai.kit.aggregate.AggregateDocument.VERSION;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dianmai.contracts.EventData;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The aggregates of one kind, each one document. A command loads the document, decides, and saves state, events and its
 * own id in a single atomic write guarded by the version; the relay then sends the events. So a command is carried out
 * wholly or not at all, and a crash at any instant loses no event.
 *
 * @param <S> state
 * @param <E> family of events
 */
public final class Aggregates<S, E extends EventData> {
    /** A document whose events cannot be sent refuses more work long before it nears the size limit of documents. */
    static final int OUTBOX_LIMIT = 200;

    private static final int ATTEMPTS = 50;
    /** Documents that a stream fetches at one time. */
    private static final int STREAMED = 500;

    private static final Refusal STALE_VERSION = new Refusal(
            Refusal.Kind.STALE,
            "stale-version",
            "Somebody has changed this since it was read. Read it again, then repeat with its new ETag in If-Match.");

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

    /** The aggregate, if it exists. */
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

    /**
     * Carries out a command once.
     *
     * @throws OptimisticLockingFailureException when others keep changing the aggregate at the same time
     */
    public Outcome<S> execute(String id, Command command, Decider<S, E> decider) {
        return execute(id, command, decider, UnaryOperator.identity());
    }

    /**
     * Carries out a command once, and keeps with the state what its events must not carry, sealed personal data, or
     * need not carry, what another aggregate said of itself.
     *
     * @param keep from the state after the events to the state that is stored; applied when there are events, or when
     *     another aggregate's event was heard
     * @throws OptimisticLockingFailureException when others keep changing the aggregate at the same time
     */
    public Outcome<S> execute(String id, Command command, Decider<S, E> decider, UnaryOperator<S> keep) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AggregateDocument document = load(id).orElseGet(() -> AggregateDocument.absent(id, command.storeId()));
            Optional<Outcome<S>> outcome = attempt(document, command, decider, keep);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new OptimisticLockingFailureException(collection + " " + id + " changes too often");
    }

    /** Empty when somebody else changed the document in between. */
    private Optional<Outcome<S>> attempt(
            AggregateDocument document, Command command, Decider<S, E> decider, UnaryOperator<S> keep) {
        if (!document.storeId().equals(command.storeId())) {
            return Optional.of(new Outcome.Refused<>(Refusal.notFound(
                    "not-found", "There is nothing with this id at store " + command.storeId() + ".")));
        }
        if (document.hasDone(command) || document.hasHeard(command)) {
            return Optional.of(outcome(document, true));
        }
        if (document.isStaleFor(command)) {
            return Optional.of(new Outcome.Refused<>(STALE_VERSION));
        }
        if (document.outbox().size() >= OUTBOX_LIMIT) {
            relay.offer(collection, document);
            return Optional.of(new Outcome.Refused<>(new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "outbox-full",
                    "Earlier changes are still being sent. Try again later.")));
        }
        return switch (decider.decide(state(document))) {
            case Decision.Refused<E>(Refusal refusal) -> Optional.of(new Outcome.Refused<>(refusal));
            case Decision.Accepted<E>(List<E> events) -> {
                boolean nothingToKeep = events.isEmpty() && (command.heard() == null || !document.exists());
                yield nothingToKeep ? Optional.of(outcome(document, false)) : save(document, command, events, keep);
            }
        };
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
        var asSeen = Query.query(Criteria.where(ID).is(seen.id()).and(VERSION).is(seen.version()));
        var amended = new Update().set(STATE, write(state)).set(VERSION, seen.version() + 1);
        return mongo.updateFirst(asSeen, amended, collection).getModifiedCount() == 1;
    }

    private Optional<Outcome<S>> save(
            AggregateDocument before, Command command, List<E> events, UnaryOperator<S> keep) {
        var history = new History<>(behaviour, before, state(before));
        history.add(command, events);
        S state = history.state();
        List<PendingEvent> pending = history.pending();
        Document written = state == null ? null : write(keep.apply(state));
        Optional<AggregateDocument> after = before.exists()
                ? update(before, command, history.sequence(), written, pending)
                : insert(before, command, history, written);
        if (!pending.isEmpty()) {
            after.ifPresent(saved -> relay.offer(collection, saved));
        }
        return after.map(saved -> outcome(saved, false));
    }

    private Optional<AggregateDocument> insert(
            AggregateDocument before, Command command, History<S, E> history, @Nullable Document state) {
        Document document = newDocument(before, List.of(command), history, state);
        try {
            documents().insertOne(document);
            return Optional.of(AggregateDocument.read(document));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    Document newDocument(
            AggregateDocument absent, List<Command> commands, History<S, E> history, @Nullable Document state) {
        return new Document(ID, absent.id())
                .append(STORE_ID, absent.storeId())
                .append(VERSION, 1L)
                .append(SEQUENCE, history.sequence())
                .append(STATE, state)
                .append(
                        OUTBOX,
                        history.pending().stream().map(PendingEvent::write).toList())
                .append(PENDING_SINCE, Date.from(clock.instant()))
                .append(COMMANDS, commands.stream().map(Command::id).toList())
                .append(HEARD, absent.heardAfter(commands.getLast()));
    }

    private Optional<AggregateDocument> update(
            AggregateDocument before,
            Command command,
            long sequence,
            @Nullable Document state,
            List<PendingEvent> pending) {
        var update = new Update()
                .set(VERSION, before.version() + 1)
                .set(SEQUENCE, sequence)
                .set(STATE, state)
                .set(HEARD, before.heardAfter(command));
        update.push(COMMANDS).slice(-COMMANDS_KEPT).each(command.id());
        if (!pending.isEmpty()) {
            update.set(PENDING_SINCE, Date.from(clock.instant()));
            update.push(OUTBOX).each(pending.stream().map(PendingEvent::write).toArray());
        }
        var unchanged =
                Query.query(Criteria.where(ID).is(before.id()).and(VERSION).is(before.version()));
        return Optional.ofNullable(mongo.findAndModify(
                        unchanged, update, FindAndModifyOptions.options().returnNew(true), Document.class, collection))
                .map(AggregateDocument::read);
    }

    Behaviour<S, E> behaviour() {
        return behaviour;
    }

    boolean awaitRoom() {
        return relay.awaitRoom();
    }

    void offer(AggregateDocument saved) {
        relay.offer(collection, saved);
    }

    private Outcome<S> outcome(AggregateDocument document, boolean repeated) {
        return stored(document)
                .<Outcome<S>>map(stored -> new Outcome.Done<>(stored, repeated))
                .orElseGet(Outcome.Nothing::new);
    }

    private Optional<Stored<S>> stored(AggregateDocument document) {
        return Optional.ofNullable(state(document))
                .map(state -> new Stored<>(document.id(), document.storeId(), document.version(), state));
    }

    private @Nullable S state(AggregateDocument document) {
        return document.state() == null ? null : mongo.getConverter().read(stateType, document.state());
    }

    Document write(S state) {
        var document = new Document();
        mongo.getConverter().write(state, document);
        return document;
    }

    private Optional<AggregateDocument> load(String id) {
        return Optional.ofNullable(documents().find(eq(ID, id)).first()).map(AggregateDocument::read);
    }

    MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
