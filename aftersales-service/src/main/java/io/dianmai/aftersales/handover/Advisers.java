package io.dianmai.aftersales.handover;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who of a store can take over jobs on one day, and whose turn it is. The rule needs no counter, so that a repeat deals
 * alike: a job goes to the service adviser that its id points at, which is even over many jobs.
 *
 * @param known false while the registry has not told of the store: then anybody named is believed to work there
 */
record Advisers(boolean known, List<StaffMember> staff) {

    static Advisers of(@Nullable StorePublished store, LocalDate day) {
        return store == null
                ? new Advisers(false, List.of())
                : new Advisers(
                        true,
                        store.staff().stream()
                                .filter(member -> member.worksOn(day))
                                .toList());
    }

    boolean works(String staffId) {
        return !known || find(staffId).isPresent();
    }

    @Nullable
    String teamOf(String staffId) {
        return find(staffId).map(StaffMember::teamId).orElse(null);
    }

    /** The service adviser that a job of {@code leaver} goes to; nobody when there is no other. */
    Optional<String> deal(String jobId, String leaver) {
        List<String> others = staff.stream()
                .filter(member -> member.roles().contains(Role.SERVICE_ADVISER))
                .map(StaffMember::staffId)
                .filter(adviser -> !adviser.equals(leaver))
                .sorted()
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(Math.floorMod(jobId.hashCode(), others.size())));
    }

    private Optional<StaffMember> find(String staffId) {
        return staff.stream().filter(member -> member.staffId().equals(staffId)).findFirst();
    }
}
