package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.org.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads of one sort that go to some people first. What is absent does not matter; whoever is named, by id or by team, may
 * get the lead.
 *
 * @param channel how the customer came
 * @param model what the customer wants
 * @param team whose lead it was, for one that is passed on
 * @param toStaff staff ids
 * @param toTeam id of a team
 */
public record AssignmentMatch(
        @Nullable Channel channel,
        @Nullable String model,
        @Nullable String team,
        @Nullable List<String> toStaff,
        @Nullable String toTeam) {
    public AssignmentMatch {
        toStaff = toStaff == null ? null : List.copyOf(toStaff);
    }

    boolean fits(LeadDimensions lead) {
        return (channel == null || channel == lead.channel())
                && (model == null || model.equals(lead.model()))
                && (team == null || team.equals(lead.teamId()));
    }

    /** Whether it says neither which leads nor to whom. */
    boolean saysTooLittle() {
        boolean leads = channel != null || model != null || team != null;
        boolean people = toTeam != null || (toStaff != null && !toStaff.isEmpty());
        return !leads || !people;
    }

    boolean names(StaffMember member) {
        return (toStaff != null && toStaff.contains(member.staffId()))
                || (toTeam != null && toTeam.equals(member.teamId()));
    }
}
