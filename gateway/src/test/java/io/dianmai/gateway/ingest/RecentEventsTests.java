package io.dianmai.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.ingest.RecentEvents.Fingerprint;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTests {
    private static final int REMEMBERED = 1_000;

    private final RecentEvents recent = new RecentEvents(REMEMBERED);

    @Test
    void knowsWhatWasAcceptedAndNothingElse() {
        recent.accepted(key(1), key(-1));

        assertThat(recent.contentOf(key(1))).isEqualTo(key(-1));
        assertThat(recent.contentOf(key(2))).isNull();
    }

    @Test
    void theLatestContentOfAKeyCounts() {
        recent.accepted(key(1), key(-1));
        recent.accepted(key(1), key(-2));

        assertThat(recent.contentOf(key(1))).isEqualTo(key(-2));
    }

    @Test
    void remembersAsManyAsItShouldButForOneInAHundred() {
        int all = 20 * REMEMBERED;
        LongStream.range(0, all).forEach(i -> recent.accepted(key(i), key(-i - 1)));

        long known = LongStream.range(all - REMEMBERED, all)
                .filter(i -> key(-i - 1).equals(recent.contentOf(key(i))))
                .count();
        assertThat(known).isBetween(REMEMBERED * 98L / 100, (long) REMEMBERED);
    }

    @Test
    void forgetsWhatIsLongGone() {
        int all = 20 * REMEMBERED;
        LongStream.range(0, all).forEach(i -> recent.accepted(key(i), key(i)));

        assertThat(LongStream.range(0, REMEMBERED).filter(i -> recent.contentOf(key(i)) != null))
                .isEmpty();
    }

    @Test
    void oneIsTheLeastThatCanBeRemembered() {
        var small = new RecentEvents(1);
        small.accepted(key(1), key(2));

        assertThat(small.contentOf(key(1))).isEqualTo(key(2));
    }

    private static Fingerprint key(long number) {
        return Fingerprint.of(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
