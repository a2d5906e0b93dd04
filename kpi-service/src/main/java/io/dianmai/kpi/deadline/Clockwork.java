package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.state.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** All clocks of one task. What it remembers is in its stores: they change in the transaction of what it sends. */
final class Clockwork {
    private final LadderBook ladderBook;
    private final Duration grace;
    private final Sink sink;
    private final DueIndex index;
    private final DeadlineBook book;
    private final StoreRoster roster;
    private final ReminderWriter writer;
    private final Firing firing;
    private final Floods floods;
    private final LadderWalk walk;
    /** From one tick to the next the same, whatever others hear meanwhile. */
    private Ladders ladders;

    /** Where it remembers. */
    record Stores(
            ObjectStore<AggregateClocks> clocks,
            KeyValueStore<String, Long> marks,
            KeyValueStore<String, byte[]> roster,
            ObjectStore<Flood> floods) {}

    /** Hears what it says. */
    interface Sink {
        /** @param late since the rung was to fire, a grace and a snooze included */
        void fired(Envelope<ReminderFired> reminder, Duration late);

        void digest(Envelope<ReminderDigest> digest);
    }

    /** @param near clocks that it keeps in memory because they come up soon, at most */
    Clockwork(Stores stores, LadderBook ladderBook, DeadlineProcessor.Settings settings, Sink sink, int near) {
        this.ladderBook = ladderBook;
        this.grace = settings.grace();
        this.sink = sink;
        ladders = ladderBook.current();
        var clocks = new ClockStore(stores.clocks());
        index = new DueIndex(clocks, near);
        roster = new StoreRoster(stores.roster(), settings.defaultZone());
        book = new DeadlineBook(clocks, index, () -> ladders, roster::placeOf, grace);
        writer = new ReminderWriter(roster);
        firing = new Firing(book, index);
        floods = new Floods(stores.floods(), book, index, settings.digestAbove());
        walk = new LadderWalk(clocks, stores.marks(), book);
    }

    /** Returns whether there was anything to change. */
    boolean apply(DeadlineChange change, String storeId, Instant recordedAt) {
        return book.apply(change, storeId, recordedAt);
    }

    void on(String storeId, StorePublished store) {
        if (roster.on(storeId, store)) {
            walk.again();
        }
    }

    /** Takes the ladders that hold now: belongs at the begin of each tick. */
    void refresh() {
        ladders = ladderBook.current();
    }

    /** Fires what is due; false when there was not enough time for all of it. */
    boolean fireDue(Instant now, BooleanSupplier hasTime, LiveDue dues) {
        boolean done = fireInHand(now, hasTime, dues);
        while (!done && !index.isDue(now.toEpochMilli()) && hasTime.getAsBoolean()) {
            done = fireInHand(now, hasTime, dues);
        }
        if (done) {
            floods.end((store, id, digest) -> sink.digest(writer.digest(store, id, digest, now)));
        }
        return done;
    }

    private boolean fireInHand(Instant now, BooleanSupplier hasTime, LiveDue dues) {
        index.tick(now.toEpochMilli(), hasTime);
        return floods.count(now, hasTime)
                && firing.fireDue(
                        now, hasTime, dues, (id, deadline, ladder, rung) -> fire(id, deadline, ladder, rung, now));
    }

    private void fire(String id, Deadline deadline, Ladder ladder, int rung, Instant now) {
        String digestId = floods.digestOf(deadline.storeId(), deadline.kind());
        Envelope<ReminderFired> reminder = writer.reminder(id, deadline, ladder, rung, now, digestId);
        sink.fired(reminder, Duration.between(deadline.firesAt(ladder, rung, grace), now));
        if (digestId != null) {
            floods.add(deadline.storeId(), reminder.data());
        }
    }

    /** After a change of ladders: goes on moving forward what fires earlier now. */
    void follow(BooleanSupplier hasTime) {
        walk.step(ladders.version(), hasTime);
    }

    DeadlineBook book() {
        return book;
    }

    /** Clocks that wait, as nearly as the store knows. */
    long waiting() {
        return index.size();
    }
}
