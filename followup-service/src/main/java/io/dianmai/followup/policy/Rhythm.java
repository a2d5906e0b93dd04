package io.dianmai.followup.policy;

import java.time.Duration;

/**
 * How long after one contact the next is due.
 *
 * @param every for example {@code P7D}
 * @param businessTime whether the store's open minutes are counted; else all hours, and what would be due while the store is
 *     closed is due at its next opening
 */
public record Rhythm(Duration every, boolean businessTime) {
    /** All hours are counted. */
    static Rhythm every(Duration every) {
        return new Rhythm(every, false);
    }
}
