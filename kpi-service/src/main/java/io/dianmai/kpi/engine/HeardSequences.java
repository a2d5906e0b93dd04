package io.dianmai.kpi.engine;

import org.apache.kafka.streams.state.KeyValueStore;

/** The last sequence heard of each aggregate of each family: what makes a repeated delivery harmless. */
final class HeardSequences {
    private final KeyValueStore<String, Long> last;

    HeardSequences(KeyValueStore<String, Long> last) {
        this.last = last;
    }

    enum Verdict {
        NEXT,
        /** Heard before: drop it. */
        REPEATED,
        /** An event before it is missing: alarming, but this one counts. */
        AFTER_GAP
    }

    Verdict hear(String topic, String aggregateId, long sequence) {
        String key = topic + '|' + aggregateId;
        Long heard = last.get(key);
        long previous = heard == null ? 0 : heard;
        if (sequence <= previous) {
            return Verdict.REPEATED;
        }
        last.put(key, sequence);
        return sequence == previous + 1 ? Verdict.NEXT : Verdict.AFTER_GAP;
    }
}
