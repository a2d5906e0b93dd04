package io.dianmai.kpi.clock;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that was heard of a clock.
 *
 * @param topic that it was heard on
 * @param sequence of the event among those of its aggregate
 * @param part which of the changes of the event, from 0
 * @param at when it came to be known on its topic
 */
record ClockFact(String topic, long sequence, int part, Instant at, Told told) {
    /** Between topics by time, within a topic as it was told. */
    static final Comparator<ClockFact> ORDER = Comparator.comparing(ClockFact::at)
            .thenComparing(ClockFact::topic)
            .thenComparing(ClockFact::sequence)
            .thenComparing(ClockFact::part);

    /** Whether it was told after another one on the same topic. */
    boolean follows(ClockFact earlier) {
        return sequence > earlier.sequence() || (sequence == earlier.sequence() && part > earlier.part());
    }

    ClockFact notBefore(Instant earliest) {
        return at.isBefore(earliest) ? new ClockFact(topic, sequence, part, earliest, told) : this;
    }
}
