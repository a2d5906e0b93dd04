package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kpi.ladder.Rung;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a rung that fires on a day.
 *
 * @param audience roles, after going up where nobody at the store holds one
 * @param recipients staff ids of those at the store
 */
public record Hearers(List<Role> audience, List<String> recipients) {
    public Hearers {
        audience = List.copyOf(audience);
        recipients = List.copyOf(recipients);
    }

    /**
     * Finds them.
     *
     * @param ownerId staff id of whoever owns the customer
     * @param staff of the store; nobody where the registry does not list them: then roles stay what they are
     */
    public static Hearers of(Rung rung, @Nullable String ownerId, List<StaffMember> staff, LocalDate day) {
        List<StoreRoster.Member> members =
                staff.stream().map(StoreRoster.Member::of).toList();
        Audience heard = Audience.of(rung, ownerId, members, day);
        return new Hearers(heard.roles(), heard.recipients());
    }
}
