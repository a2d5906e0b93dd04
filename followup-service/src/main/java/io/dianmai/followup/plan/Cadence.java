package io.dianmai.followup.plan;

import io.dianmai.contracts.lead.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 跟进频次: how long after one effective contact the next is due, by the level of the lead. */
public record Cadence(Duration o, Duration a, Duration b, Duration c) {
    /** A lead without a level yet is contacted as rarely as one of level C. */
    Duration interval(@Nullable Level level) {
        return switch (level) {
            case O -> o;
            case H, A -> a;
            case B -> b;
            case C -> c;
            case null -> c;
        };
    }
}
