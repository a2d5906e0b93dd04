package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.TestStores;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.state.ObjectStore;
import io.dianmai.kpi.state.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A clockwork in a test: what it said, and transactions of its stores that can be lost with the process. */
final class TestClocks implements Clockwork.Sink {
    static final Duration GRACE = Duration.ofMinutes(5);
    static final int DIGEST_ABOVE = 24;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final List<Envelope<ReminderFired>> fired = new ArrayList<>();
    final List<Envelope<ReminderDigest>> digests = new ArrayList<>();
    Ladders ladders = shipped();

    private final KeyValueStore<String, AggregateClocks> deadlines =
            TestStores.of("deadlines", Serdes.String(), ClocksCodec.serde());
    private final KeyValueStore<String, Long> marks = TestStores.of("marks", Serdes.String(), Serdes.Long());
    private final KeyValueStore<String, byte[]> roster = TestStores.of("roster", Serdes.String(), Serdes.ByteArray());
    private final KeyValueStore<String, Flood> floods = TestStores.of("floods", Serdes.String(), Flood.serde());
    private final int digestAbove;
    private final int near;
    private ObjectStore<Flood> floodsInHand = new ObjectStore<>(floods, new Room(100));
    /** So few that they come and go. */
    private ObjectStore<AggregateClocks> deadlinesInHand = new ObjectStore<>(deadlines, new Room(5));

    private Clockwork clocks;
    private Committed committed;

    /** What is kept when the process dies. */
    private record Committed(List<Map<?, ?>> stores, int fired, int digests) {}

    TestClocks() {
        this(DIGEST_ABOVE, DueIndex.MOST);
    }

    /** @param near clocks in hand at most */
    TestClocks(int digestAbove, int near) {
        this.digestAbove = digestAbove;
        this.near = near;
        clocks = open();
        committed = commit();
    }

    private static Ladders shipped() {
        try {
            return Ladders.shipped();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Clockwork open() {
        floodsInHand = new ObjectStore<>(floods, new Room(100));
        deadlinesInHand = new ObjectStore<>(deadlines, new Room(5));
        var stores = new Clockwork.Stores(deadlinesInHand, marks, roster, floodsInHand);
        var settings = new DeadlineProcessor.Settings(
                GRACE,
                Duration.ofMillis(100),
                digestAbove,
                new SilencePolicy(7, 3, 2, Duration.ofMinutes(30)),
                SHANGHAI);
        return new Clockwork(stores, () -> ladders, settings, this, near);
    }

    boolean apply(DeadlineChange change, String store, Instant recordedAt) {
        return clocks.apply(change, store, recordedAt);
    }

    void on(StorePublished store) {
        clocks.on(store.storeId(), store);
    }

    /** A tick that has all the time it wants. */
    void tick(Instant now) {
        tick(now, () -> true);
    }

    boolean tick(Instant now, BooleanSupplier hasTime) {
        clocks.refresh();
        boolean done = clocks.fireDue(now, hasTime, Deadline::dueAt);
        clocks.follow(() -> true);
        return done;
    }

    long waiting() {
        return clocks.waiting();
    }

    /** Ends the transaction. */
    Committed commit() {
        floodsInHand.flushCache();
        deadlinesInHand.flushCache();
        committed = new Committed(
                List.of(copy(deadlines), copy(marks), copy(roster), copy(floods)), fired.size(), digests.size());
        return committed;
    }

    /** Ends the transaction and the process, and begins another one. */
    void restart() {
        commit();
        clocks = open();
    }

    /** The process dies with the transaction; another one begins where the last one ended. */
    void crash() {
        List<Map<?, ?>> stores = committed.stores();
        restore(deadlines, stores.get(0));
        restore(marks, stores.get(1));
        restore(roster, stores.get(2));
        restore(floods, stores.get(3));
        fired.subList(committed.fired(), fired.size()).clear();
        digests.subList(committed.digests(), digests.size()).clear();
        clocks = open();
    }

    private static <K, V> Map<K, V> copy(KeyValueStore<K, V> store) {
        Map<K, V> copy = new LinkedHashMap<>();
        try (KeyValueIterator<K, V> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<K, V> entry = all.next();
                copy.put(entry.key, entry.value);
            }
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static <K, V> void restore(KeyValueStore<K, V> store, Map<?, ?> kept) {
        copy(store).keySet().forEach(store::delete);
        kept.forEach((key, value) -> store.put((K) key, (V) value));
    }

    @Override
    public void fired(Envelope<ReminderFired> reminder, Duration late) {
        fired.add(reminder);
    }

    @Override
    public void digest(Envelope<ReminderDigest> digest) {
        digests.add(digest);
    }
}
