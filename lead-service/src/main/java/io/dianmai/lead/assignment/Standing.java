package io.dianmai.lead.assignment;

/** What the advisors of a store have in hand when a lead is dealt. */
public interface Standing {
    /** Nobody has anything. */
    Standing EMPTY = new Standing() {
        @Override
        public int openOf(String advisorId) {
            return 0;
        }

        @Override
        public long lastTurnOf(String advisorId) {
            return 0;
        }
    };

    /** How many open leads somebody has. */
    int openOf(String advisorId);

    /** When somebody was last dealt a lead, counted in leads dealt at the store; 0 for never. */
    long lastTurnOf(String advisorId);
}
