package io.dianmai.lead.assignment;

import io.dianmai.contracts.org.StaffMember;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses one of several advisors.
 *
 * @param origin where the rule without a count begins: the id of the lead, or of whoever had it
 * @param except who shall not get it
 */
record Choice(String origin, Turn turn, Set<String> except) {
    Choice {
        except = Set.copyOf(except);
    }

    /** How the rule without a count goes on. */
    enum Turn {
        /** Whom the origin points at. */
        HASH,
        /** Who comes after the origin in order of staff ids. */
        NEXT
    }

    static Set<String> with(Set<String> some, String another) {
        var all = new HashSet<>(some);
        all.add(another);
        return all;
    }

    /** Those who have room for one more. */
    List<StaffMember> free(AssignmentPolicy policy, List<StaffMember> atWork, Standing standing) {
        return atWork.stream()
                .filter(member -> !except.contains(member.staffId()))
                .filter(member -> hasRoom(member.staffId(), policy, standing))
                .toList();
    }

    static boolean hasRoom(String staffId, AssignmentPolicy policy, Standing standing) {
        Integer capacity = policy.capacityOf(staffId);
        return capacity == null || standing.openOf(staffId) < capacity;
    }

    Optional<String> among(List<StaffMember> free, AssignmentRule rule, Standing standing) {
        List<String> ids = free.stream().map(StaffMember::staffId).toList();
        return switch (rule) {
            case ROUND_ROBIN -> ids.stream().min(byTurn(standing));
            case LEAST_BUSY ->
                ids.stream().min(Comparator.comparingInt(standing::openOf).thenComparing(byTurn(standing)));
            case BY_HASH -> uncounted(ids);
        };
    }

    private static Comparator<String> byTurn(Standing standing) {
        return Comparator.comparingLong(standing::lastTurnOf).thenComparing(Comparator.naturalOrder());
    }

    private Optional<String> uncounted(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return switch (turn) {
            case HASH -> Optional.of(ids.get(Math.floorMod(origin.hashCode(), ids.size())));
            case NEXT ->
                ids.stream().filter(id -> id.compareTo(origin) > 0).findFirst().or(() -> Optional.of(ids.getFirst()));
        };
    }
}
