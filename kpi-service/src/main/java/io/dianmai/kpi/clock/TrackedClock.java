package io.dianmai.kpi.clock;

import io.dianmai.kpi.clock.Told.Armed;
import io.dianmai.kpi.clock.Told.Cleared;
import io.dianmai.kpi.clock.Told.HandedOver;
import io.dianmai.kpi.clock.Told.SetAnew;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clock as it was heard of. What it says does not depend on the order in which topics were read: within a topic things
 * were told in order, and between topics the time decides.
 *
 * @param id of the deadline
 * @param facts the last that were heard, in order
 */
record TrackedClock(String id, String storeId, List<ClockFact> facts) {
    /** Enough for a year of a lead that is contacted every other day. */
    static final int MOST_FACTS = 200;

    TrackedClock {
        facts = List.copyOf(facts);
    }

    static TrackedClock unheard(String id, String storeId) {
        return new TrackedClock(id, storeId, List.of());
    }

    /** The same clock when it has heard this already: within a topic, nothing that is new comes before what was heard. */
    TrackedClock hear(ClockFact fact) {
        List<ClockFact> before = facts.stream()
                .filter(known -> known.topic().equals(fact.topic()))
                .toList();
        if (!before.stream().allMatch(fact::follows) || !matters(fact.told())) {
            return this;
        }
        List<ClockFact> more = new ArrayList<>(facts);
        if (fact.told() instanceof Cleared && !isKnown()) {
            more.removeIf(earlier -> earlier.told() instanceof Cleared);
        }
        more.add(before.isEmpty() ? fact : fact.notBefore(before.getLast().at()));
        more.sort(ClockFact.ORDER);
        return new TrackedClock(id, storeId, bounded(more));
    }

    /** What happens to a clock that was never set is nobody's news; that it was cleared may be told before that it was set. */
    private boolean matters(Told told) {
        return !(told instanceof HandedOver || told instanceof SetAnew) || isKnown();
    }

    private boolean isKnown() {
        return facts.stream().anyMatch(fact -> fact.told() instanceof Armed);
    }

    /** Forgets the oldest, but never what set the clock last and what stopped it last. */
    private static List<ClockFact> bounded(List<ClockFact> facts) {
        if (facts.size() <= MOST_FACTS) {
            return facts;
        }
        int lastSet = last(facts, Armed.class);
        int lastStopped = last(facts, Cleared.class);
        int oldest = 0;
        while (oldest == lastSet || oldest == lastStopped) {
            oldest++;
        }
        List<ClockFact> fewer = new ArrayList<>(facts);
        fewer.remove(oldest);
        return fewer;
    }

    private static int last(List<ClockFact> facts, Class<? extends Told> told) {
        int last = facts.size() - 1;
        while (last >= 0 && !told.isInstance(facts.get(last).told())) {
            last--;
        }
        return last;
    }

    /** Its runs, in order. */
    List<Episode> episodes() {
        return Episodes.of(facts);
    }

    boolean isRunning() {
        return latest().filter(Episode::isRunning).isPresent();
    }

    /** The last run; empty when it was never set. */
    Optional<Episode> latest() {
        List<Episode> episodes = episodes();
        return episodes.isEmpty() ? Optional.empty() : Optional.of(episodes.getLast());
    }
}
