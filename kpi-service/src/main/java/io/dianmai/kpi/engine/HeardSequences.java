package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last sequence heard of each aggregate of each topic: what makes a repeated delivery harmless, and a gap known.
 * Over whatever remembers it: the engine's state store, or a map for whoever counts anew.
 */
public final class HeardSequences {
    private final Function<String, @Nullable Long> last;
    private final BiConsumer<String, Long> remember;

    public HeardSequences(Function<String, @Nullable Long> last, BiConsumer<String, Long> remember) {
        this.last = last;
        this.remember = remember;
    }

    /**
     * What to do with an event.
     *
     * @param isNews false when it was heard before: drop it
     * @param missingBefore how many events of its aggregate are missing before it: alarming, but this one counts
     */
    public record Verdict(boolean isNews, long missingBefore) {
        private static final Verdict REPEATED = new Verdict(false, 0);
        private static final Verdict NEXT = new Verdict(true, 0);
    }

    /** Judges an event that came from {@code topic}, and remembers it. */
    public Verdict hear(String topic, Envelope<?> event) {
        String key = topic + '|' + event.aggregateId();
        Long heard = last.apply(key);
        long previous = heard == null ? 0 : heard;
        if (event.sequence() <= previous) {
            return Verdict.REPEATED;
        }
        remember.accept(key, event.sequence());
        long missing = event.sequence() - previous - 1;
        return missing == 0 ? Verdict.NEXT : new Verdict(true, missing);
    }
}
