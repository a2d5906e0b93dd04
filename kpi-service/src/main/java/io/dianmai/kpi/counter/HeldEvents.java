package io.dianmai.kpi.counter;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Events of stores whose zone is not known: they are in a state store, written in the transaction in which they were
 * heard, until they can be counted for the right day. What is in memory is built anew with the task.
 */
final class HeldEvents {
    private static final int DIGITS = 19;

    private final KeyValueStore<String, byte[]> held;
    private final Map<String, Waiting> waiting = new HashMap<>();

    /** What waits for the zone of one store: since when, and the numbers of the first and behind the last. */
    private record Waiting(Instant since, long from, long end) {}

    HeldEvents(KeyValueStore<String, byte[]> held) {
        this.held = held;
        try (KeyValueIterator<String, byte[]> all = held.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> next = all.next();
                int bar = next.key.length() - DIGITS - 1;
                note(next.key.substring(0, bar), Long.parseLong(next.key.substring(bar + 1)), since(next.value));
            }
        }
    }

    private static Instant since(byte[] value) {
        return HeldEvent.decode(value).since();
    }

    private void note(String store, long number, Instant since) {
        waiting.merge(
                store,
                new Waiting(since, number, number + 1),
                (known, _) -> new Waiting(known.since(), known.from(), number + 1));
    }

    void hold(Envelope<EventData> event, long missingBefore, Instant now) {
        String store = event.storeId();
        Waiting known = waiting.get(store);
        long number = known == null ? 0 : known.end();
        held.put(key(store, number), new HeldEvent(now, missingBefore, event).encode());
        note(store, number, now);
    }

    /** Stores of which something waits. */
    List<String> stores() {
        return new ArrayList<>(waiting.keySet());
    }

    /** Whether anything of this store has waited since {@code instant} or longer. */
    boolean waitsSince(String store, Instant instant) {
        Waiting known = waiting.get(store);
        return known != null && !known.since().isAfter(instant);
    }

    /** Lets go of what waits of this store, oldest first, at most {@code limit}. */
    void release(String store, int limit, Consumer<HeldEvent> sink) {
        Waiting known = waiting.remove(store);
        if (known == null) {
            return;
        }
        long until = Math.min(known.end(), known.from() + limit);
        for (long number = known.from(); number < until; number++) {
            byte[] value = held.delete(key(store, number));
            if (value == null) {
                throw new IllegalStateException("a held event is gone");
            }
            sink.accept(HeldEvent.decode(value));
        }
        if (until < known.end()) {
            waiting.put(store, new Waiting(known.since(), until, known.end()));
        }
    }

    private static String key(String store, long number) {
        return store + '|' + String.format("%0" + DIGITS + "d", number);
    }
}
