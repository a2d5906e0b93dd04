package io.dianmai.kpi.counter;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event that can be counted, with what it posts: that was worked out when it was judged.
 *
 * @param missingBefore how many events of its aggregate are missing before it
 * @param postings null when they are not the same in every zone
 */
public record Countable(
        Envelope<EventData> event,
        long missingBefore,
        @Nullable List<Posting> postings) {

    /**
     * Works out what an event posts. Whether it is plausible is the same in every zone.
     *
     * @throws io.dianmai.kpi.ImplausibleEvent when an amount or an instant in it is beyond all reason
     */
    public static Countable of(Envelope<EventData> event) {
        var zone = new AnyZone();
        List<Posting> postings = CounterMapping.postings(event, zone);
        return new Countable(event, 0, zone.asked ? null : postings);
    }

    /** The same, after a gap. */
    public Countable withMissing(long missing) {
        return missing == missingBefore ? this : new Countable(event, missing, postings);
    }

    List<Posting> postingsIn(ZoneId zone) {
        return postings == null ? CounterMapping.postings(event, zone) : postings;
    }

    private static final class AnyZone implements Supplier<ZoneId> {
        private boolean asked;

        @Override
        public ZoneId get() {
            asked = true;
            return ZoneOffset.UTC;
        }
    }
}
