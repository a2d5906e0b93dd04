package io.dianmai.lead.roster;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The staff of one store as it stands on one day.
 *
 * @param known false while the registry has not told of the store: then anybody named is believed to work there
 */
public record Roster(boolean known, List<StaffMember> staff, LocalDate day) {
    public Roster {
        staff = List.copyOf(staff);
    }

    static Roster of(StorePublished store, LocalDate day) {
        return new Roster(true, store.staff(), day);
    }

    static Roster unknown(LocalDate day) {
        return new Roster(false, List.of(), day);
    }

    /** Whether somebody may be given work: everybody from the first up to and including the last working day. */
    public boolean works(String staffId) {
        return !known || find(staffId).filter(this::works).isPresent();
    }

    /** The team of somebody who works or worked at the store. */
    public @Nullable String teamOf(@Nullable String staffId) {
        return staffId == null ? null : find(staffId).map(StaffMember::teamId).orElse(null);
    }

    /** Those who work on that day in one of these roles, in order of their ids. */
    public List<StaffMember> working(List<Role> roles) {
        return staff.stream()
                .filter(this::works)
                .filter(member -> member.roles().stream().anyMatch(roles::contains))
                .sorted(Comparator.comparing(StaffMember::staffId))
                .toList();
    }

    private Optional<StaffMember> find(String staffId) {
        return staff.stream().filter(member -> member.staffId().equals(staffId)).findFirst();
    }

    private boolean works(StaffMember member) {
        return member.worksOn(day);
    }
}
