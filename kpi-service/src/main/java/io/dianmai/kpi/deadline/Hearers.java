package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kpi.ladder.Rung;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        String owner = ownerId == null || hasLeft(ownerId, staff, day) ? null : ownerId;
        List<Role> asked = rung.audienceFor(rung.owner() ? owner : null);
        List<Role> held = staff.isEmpty()
                ? asked
                : asked.stream()
                        .map(role -> upwards(role, staff, day))
                        .distinct()
                        .toList();
        Set<String> recipients = new LinkedHashSet<>();
        if (rung.owner() && owner != null) {
            recipients.add(owner);
        }
        held.forEach(role -> recipients.addAll(holders(role, staff, day)));
        return new Hearers(held, List.copyOf(recipients));
    }

    private static boolean hasLeft(String staffId, List<StaffMember> staff, LocalDate day) {
        return staff.stream().anyMatch(member -> member.staffId().equals(staffId) && !worksOn(member, day));
    }

    private static boolean worksOn(StaffMember member, LocalDate day) {
        return member.leftOn() == null || !day.isAfter(member.leftOn());
    }

    private static List<String> holders(Role role, List<StaffMember> staff, LocalDate day) {
        return staff.stream()
                .filter(member -> member.roles().contains(role) && worksOn(member, day))
                .map(StaffMember::staffId)
                .toList();
    }

    private static Role upwards(Role asked, List<StaffMember> staff, LocalDate day) {
        Role role = asked;
        while (above(role) != role && holders(role, staff, day).isEmpty()) {
            role = above(role);
        }
        return role;
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
