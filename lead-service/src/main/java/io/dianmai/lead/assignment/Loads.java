package io.dianmai.lead.assignment;

import java.util.Optional;
import java.util.function.Function;

/** Knows what the advisors of a store have in hand. */
public interface Loads {
    /** Where nothing is counted. */
    Loads UNCOUNTED = new Loads() {
        @Override
        public Standing now() {
            return Standing.EMPTY;
        }

        @Override
        public Optional<Dealt> take(String leadId, Function<Standing, Optional<Dealt>> choice) {
            return choice.apply(Standing.EMPTY);
        }
    };

    /** How it stands. */
    Standing now();

    /**
     * Lets somebody choose by how it stands, and keeps the choice, so that whoever chooses next, on any instance, knows
     * of it.
     *
     * @param choice pure: it is asked again when somebody else chose at the same time
     */
    Optional<Dealt> take(String leadId, Function<Standing, Optional<Dealt>> choice);
}
