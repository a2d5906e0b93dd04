package io.dianmai.kpi.target;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What planning needs to know of a store. */
public record PlanningStore(
        String storeId, ZoneId zone, WorkingDays workingDays, Set<String> teams, List<StaffMember> staff) {

    static PlanningStore of(StorePublished store) {
        return new PlanningStore(
                store.storeId(),
                ZoneId.of(store.zone()),
                WorkingDays.of(store.businessHours()),
                store.teams().stream().map(Team::teamId).collect(Collectors.toUnmodifiableSet()),
                store.staff());
    }

    /** Everybody who has, or had, this role, in a fixed order. */
    List<StaffMember> members(Role role) {
        return staff.stream()
                .filter(member -> member.roles().contains(role))
                .sorted(Comparator.comparing(StaffMember::staffId))
                .toList();
    }

    /** Whether a plan can be made for this owner. */
    boolean has(TargetOwner owner) {
        return switch (owner) {
            case TargetOwner.Store() -> true;
            case TargetOwner.Team(String id) -> teams.contains(id);
            case TargetOwner.Advisor(String id) ->
                staff.stream().anyMatch(member -> member.staffId().equals(id));
        };
    }

    /** Whether somebody works here on a day. When people came the registry does not tell: they always were here. */
    static boolean worksOn(StaffMember member, LocalDate day) {
        return member.leftOn() == null || !member.leftOn().isBefore(day);
    }
}
