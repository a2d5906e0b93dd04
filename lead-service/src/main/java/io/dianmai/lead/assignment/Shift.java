package io.dianmai.lead.assignment;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.lead.roster.Roster;
import java.util.List;
import java.util.Set;

/**
 * 在岗: who may get a lead, and by which rule.
 *
 * @param roster the staff on the day of the store's next opening
 * @param off ids of those who have that day off
 */
public record Shift(AssignmentPolicy policy, Roster roster, Set<String> off) {
    public Shift {
        off = Set.copyOf(off);
    }

    /** A day on which nobody is off, by the rule that ships. */
    public static Shift of(Roster roster) {
        return new Shift(AssignmentPolicy.SHIPPED, roster, Set.of());
    }

    /** Those who work on that day and get leads, in order of their ids. */
    List<StaffMember> atWork() {
        return roster.working(policy.roles()).stream()
                .filter(member -> !off.contains(member.staffId()))
                .toList();
    }

    Shift unlimited() {
        return new Shift(policy.unlimited(), roster, off);
    }
}
