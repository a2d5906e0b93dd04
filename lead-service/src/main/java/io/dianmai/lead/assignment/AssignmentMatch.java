package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.org.StaffMember;
import java.util.List;
import java.util.Objects;
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
        List<String> toStaff,
        @Nullable String toTeam) {
    public AssignmentMatch {
        // Whoever writes only a team leaves the list out, whatever the type says.
        toStaff = List.copyOf(Objects.requireNonNullElse(toStaff, List.of()));
    }

    boolean fits(LeadDimensions lead) {
        return (channel == null || channel == lead.channel())
                && (model == null || model.equals(lead.model()))
                && (team == null || team.equals(lead.teamId()));
    }

    boolean names(StaffMember member) {
        return toStaff.contains(member.staffId()) || (toTeam != null && toTeam.equals(member.teamId()));
    }
}
