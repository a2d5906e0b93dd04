package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadRecalled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 归属记录: through whose hands a lead has gone.
 *
 * @param last the last {@link #KEPT} changes, oldest first
 * @param timesInPool how often it went back to the company
 */
public record Hands(List<Hand> last, int timesInPool) {
    /** More than most leads ever see. */
    static final int KEPT = 20;

    private static final Hands NONE = new Hands(List.of(), 0);

    public Hands {
        last = List.copyOf(last);
    }

    /** Of a lead stored before this was kept, what is known begins here. */
    public static Hands of(@Nullable Hands known) {
        return Objects.requireNonNullElse(known, NONE);
    }

    Hands given(LeadAssigned event, Instant at) {
        var hand = new Hand(at, event.advisorId(), event.previousAdvisorId(), event.reason(), null, event.note());
        return new Hands(and(hand), timesInPool);
    }

    Hands takenBack(LeadRecalled event, Instant at) {
        var hand = new Hand(at, null, event.previousAdvisorId(), null, event.reason(), event.note());
        return new Hands(and(hand), timesInPool + 1);
    }

    /** The last change; absent when none is known. */
    public @Nullable Hand latest() {
        return last.isEmpty() ? null : last.getLast();
    }

    /** Who did not want it since it last was the company's. */
    Set<String> refusers() {
        var refusers = new HashSet<String>();
        for (Hand hand : last) {
            if (hand.recalled() != null) {
                refusers.clear();
            } else if (hand.assigned() == AssignmentReason.REFUSED && hand.previousAdvisorId() != null) {
                refusers.add(hand.previousAdvisorId());
            }
        }
        return refusers;
    }

    private List<Hand> and(Hand hand) {
        var all = new ArrayList<>(last);
        all.add(hand);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
