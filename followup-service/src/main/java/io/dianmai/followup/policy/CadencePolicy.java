package io.dianmai.followup.policy;

import io.dianmai.contracts.lead.Level;
import org.jspecify.annotations.Nullable;

/** 跟进频次: how long after one effective contact the next is due, by the level of the lead. */
public record CadencePolicy(Rhythm o, Rhythm h, Rhythm a, Rhythm b, Rhythm c) {
    /** A lead without a level yet is contacted as rarely as one of level C. */
    public Rhythm of(@Nullable Level level) {
        return switch (level) {
            case O -> o;
            case H -> h;
            case A -> a;
            case B -> b;
            case C -> c;
            case null -> c;
        };
    }
}
