package io.dianmai.kit.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.EventData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A document as it will be once it is written: commands are decided against what those before them have made of it. All
 * of them go into one write, guarded by the version that was read.
 */
final class Draft<S, E extends EventData> {
    private static final Refusal STALE_VERSION = new Refusal(
            Refusal.Kind.STALE,
            "stale-version",
            "Somebody has changed this since it was read. Read it again, then repeat with its new ETag in If-Match.");
    private static final Refusal OUTBOX_FULL = new Refusal(
            Refusal.Kind.UNAVAILABLE, "outbox-full", "Earlier changes are still being sent. Try again later.");

    private final Behaviour<S, E> behaviour;
    private final List<PendingEvent> events = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private AggregateDocument document;
    private @Nullable S state;

    /** Of a document as it was read, and what it holds; null when it does not exist. */
    Draft(Behaviour<S, E> behaviour, AggregateDocument read, @Nullable S state) {
        this.behaviour = behaviour;
        this.document = read;
        this.state = state;
    }

    String id() {
        return document.id();
    }

    /** Whether there is anything to write. */
    boolean changed() {
        return !done.isEmpty();
    }

    /** Whether there are new events to send. */
    boolean hasNews() {
        return !events.isEmpty();
    }

    /** Whether its events must be sent before it may get any more. */
    boolean full() {
        return document.outbox().size() + events.size() >= Aggregates.OUTBOX_LIMIT;
    }

    /** What a command comes to; what it changes is written later. */
    Outcome<S> carryOut(Command command, Decider<S, E> decider, UnaryOperator<S> keep) {
        if (!document.storeId().equals(command.storeId())) {
            return new Outcome.Refused<>(
                    Refusal.notFound("not-found", "There is nothing with this id at store " + command.storeId() + "."));
        }
        if (document.hasDone(command) || document.hasHeard(command) || done.contains(command.id())) {
            return outcome(true);
        }
        if (document.isStaleFor(command)) {
            return new Outcome.Refused<>(STALE_VERSION);
        }
        if (full()) {
            return new Outcome.Refused<>(OUTBOX_FULL);
        }
        return switch (decider.decide(state)) {
            case Decision.Refused<E>(Refusal refusal) -> new Outcome.Refused<>(refusal);
            case Decision.Accepted<E>(List<E> news) -> {
                boolean heard = command.heard() != null && (document.exists() || changed());
                if (!news.isEmpty() || heard) {
                    apply(command, news);
                    state = state == null ? null : keep.apply(state);
                }
                yield outcome(false);
            }
        };
    }

    private void apply(Command command, List<E> news) {
        long sequence = document.sequence();
        for (E event : news) {
            sequence++;
            state = behaviour.apply(document.id(), state, event, command.time());
            events.add(PendingEvent.of(AggregateIds.next(), event, sequence, command));
        }
        document = document.after(command, sequence);
        done.add(command.id());
    }

    /** Keeps something more with the state. */
    void keep(UnaryOperator<S> keep) {
        state = state == null ? null : keep.apply(state);
    }

    Outcome<S> outcome(boolean repeated) {
        return state == null ? new Outcome.Nothing<>() : new Outcome.Done<>(stored(state), repeated);
    }

    private Stored<S> stored(S now) {
        return new Stored<>(document.id(), document.storeId(), written().version(), now);
    }

    /** The document once it is written, as far as the relay needs it. */
    AggregateDocument written() {
        long version = changed() ? document.version() + 1 : document.version();
        List<PendingEvent> outbox =
                Stream.concat(document.outbox().stream(), events.stream()).toList();
        return new AggregateDocument(
                document.id(),
                document.storeId(),
                version,
                document.sequence(),
                null,
                outbox,
                document.commands(),
                document.heard());
    }

    /** The one write that makes it so; it comes to nothing when somebody else has changed the document since. */
    WriteModel<Document> write(DocumentWriter<S> writer, Instant now) {
        return document.exists() ? update(writer, now) : new InsertOneModel<>(inserted(writer, now));
    }

    Document inserted(DocumentWriter<S> writer, Instant now) {
        return new Document(AggregateDocument.ID, document.id())
                .append(AggregateDocument.STORE_ID, document.storeId())
                .append(AggregateDocument.VERSION, 1L)
                .append(AggregateDocument.SEQUENCE, document.sequence())
                .append(AggregateDocument.STATE, writer.write(state))
                .append(AggregateDocument.OUTBOX, outbox())
                .append(AggregateDocument.PENDING_SINCE, Date.from(now))
                .append(AggregateDocument.COMMANDS, List.copyOf(done))
                .append(AggregateDocument.HEARD, document.writtenHeard());
    }

    private UpdateOneModel<Document> update(DocumentWriter<S> writer, Instant now) {
        var unchanged = Filters.and(
                Filters.eq(AggregateDocument.ID, document.id()),
                Filters.eq(AggregateDocument.VERSION, document.version()));
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set(AggregateDocument.VERSION, document.version() + 1),
                Updates.set(AggregateDocument.SEQUENCE, document.sequence()),
                Updates.set(AggregateDocument.STATE, writer.write(state)),
                Updates.set(AggregateDocument.HEARD, document.writtenHeard()),
                Updates.pushEach(
                        AggregateDocument.COMMANDS, done, new PushOptions().slice(-AggregateDocument.COMMANDS_KEPT))));
        if (hasNews()) {
            changes.add(Updates.set(AggregateDocument.PENDING_SINCE, Date.from(now)));
            changes.add(Updates.pushEach(AggregateDocument.OUTBOX, outbox()));
        }
        return new UpdateOneModel<>(unchanged, Updates.combine(changes));
    }

    private List<Document> outbox() {
        return events.stream().map(PendingEvent::write).toList();
    }

    /** Makes a document of a state; null for none. */
    @FunctionalInterface
    interface DocumentWriter<S> {
        @Nullable
        Document write(@Nullable S state);
    }
}
