package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.Role;
import io.dianmai.kpi.deadline.StoreRoster.Member;
import io.dianmai.kpi.ladder.Rung;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a rung on a day.
 *
 * @param roles after going up where nobody at the store holds one
 * @param recipients staff ids of those at the store
 * @param ownerId the owner, if the rung is for the owner and the owner is still there
 */
record Audience(
        List<Role> roles, List<String> recipients, @Nullable String ownerId) {

    /**
     * Finds them.
     *
     * @param ownerId staff id of whoever owns the customer
     * @param staff of the store; nobody where the registry does not list them: then roles stay what they are
     */
    static Audience of(Rung rung, @Nullable String ownerId, List<Member> staff, LocalDate day) {
        String owner = ownerId != null && hasLeft(ownerId, staff, day) ? null : ownerId;
        List<Role> asked = rung.audienceFor(rung.owner() ? owner : null);
        List<Role> roles = staff.isEmpty() ? asked : heldBy(asked, staff, day);
        Set<String> recipients = new LinkedHashSet<>();
        if (rung.owner() && owner != null) {
            recipients.add(owner);
        }
        for (Role role : roles) {
            recipients.addAll(holders(role, staff, day));
        }
        return new Audience(roles, List.copyOf(recipients), rung.owner() ? owner : null);
    }

    private static boolean hasLeft(String staffId, Collection<Member> staff, LocalDate day) {
        return staff.stream().anyMatch(member -> member.staffId().equals(staffId) && !member.worksOn(day));
    }

    private static List<Role> heldBy(List<Role> asked, List<Member> staff, LocalDate day) {
        return asked.stream().map(role -> upwards(role, staff, day)).distinct().toList();
    }

    private static Role upwards(Role asked, List<Member> staff, LocalDate day) {
        Role role = asked;
        while (!isAboveStore(role) && holders(role, staff, day).isEmpty()) {
            role = above(role);
        }
        return role;
    }

    private static List<String> holders(Role role, List<Member> staff, LocalDate day) {
        return staff.stream()
                .filter(member -> member.roles().contains(role) && member.worksOn(day))
                .map(Member::staffId)
                .toList();
    }

    /** Their holders are not on the store's staff: they are addressed by their role. */
    private static boolean isAboveStore(Role role) {
        return above(role) == role;
    }

    /** Who is told when nobody at the store holds a role; the role itself above the store. */
    private static Role above(Role role) {
        return switch (role) {
            case SALES_CONSULTANT, PHONE_WEB_DESK -> Role.SHOWROOM_SUPERVISOR;
            case SHOWROOM_SUPERVISOR -> Role.SALES_MANAGER;
            case TECHNICIAN -> Role.WORKSHOP_SUPERVISOR;
            case SERVICE_ADVISER,
                    RENEWAL_SPECIALIST,
                    WORKSHOP_SUPERVISOR,
                    WARRANTY_CLERK,
                    CUSTOMER_CARE_MANAGER,
                    PARTS_MANAGER -> Role.SERVICE_MANAGER;
            case SALES_MANAGER, SERVICE_MANAGER -> Role.GENERAL_MANAGER;
            case GENERAL_MANAGER -> Role.BRAND_DIRECTOR;
            case BRAND_DIRECTOR, REGIONAL_MANAGER, GROUP_HQ, STORE_SYSTEM, OPERATIONS -> role;
        };
    }
}
