package io.dianmai.kpi.ladder;

/** The ladders that hold now, as far as this instance has heard: about a second behind whoever changes them. */
@FunctionalInterface
public interface LadderBook {
    /** Costs no more than a read of a field. What it answers never changes; a change is another answer. */
    Ladders current();
}
