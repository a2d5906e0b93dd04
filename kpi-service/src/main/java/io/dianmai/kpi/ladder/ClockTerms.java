package io.dianmai.kpi.ladder;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a deadline is due whose clock the engine starts; of other kinds the event says so.
 *
 * @param after due so long after what starts it, negative for before an expiry: one clock for each
 * @param every set anew that much later until it is cleared; null for once
 */
public record ClockTerms(List<Duration> after, @Nullable Duration every) {
    /** The event brings the due time. */
    public static final ClockTerms OF_THE_EVENT = new ClockTerms(List.of(), null);

    public ClockTerms {
        after = List.copyOf(after);
    }
}
