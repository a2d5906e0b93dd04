package io.dianmai.lead.roster;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The staff of one store as it stands on one day, and the rule by which leads are dealt to its sales consultants.
 *
 * <p>The rule needs no counter, so that a repeated command deals alike on every instance: a new lead goes to the
 * consultant that its id points at, which is even over many leads; a lead taken from somebody goes to the next one in
 * order of staff ids.
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

    /** Whether somebody may be given work: everybody up to and including the last working day. */
    public boolean works(String staffId) {
        return !known || find(staffId).filter(this::works).isPresent();
    }

    /** The team of somebody who works or worked at the store. */
    public @Nullable String teamOf(@Nullable String staffId) {
        return staffId == null ? null : find(staffId).map(StaffMember::teamId).orElse(null);
    }

    /** The sales consultant a new lead goes to; nobody when there is none. */
    public Optional<String> deal(String leadId) {
        return dealt(leadId, consultants());
    }

    /** The sales consultant that the lead of somebody who leaves goes to; nobody when there is no other. */
    public Optional<String> deal(String leadId, String leaver) {
        return dealt(leadId, others(leaver));
    }

    /** The sales consultant whose turn it is after {@code advisorId}; nobody when there is no other. */
    public Optional<String> after(String advisorId) {
        List<String> others = others(advisorId);
        return others.stream()
                .filter(consultant -> consultant.compareTo(advisorId) > 0)
                .findFirst()
                .or(() -> others.stream().findFirst());
    }

    private static Optional<String> dealt(String leadId, List<String> consultants) {
        return consultants.isEmpty()
                ? Optional.empty()
                : Optional.of(consultants.get(Math.floorMod(leadId.hashCode(), consultants.size())));
    }

    private List<String> others(String staffId) {
        return consultants().stream()
                .filter(consultant -> !consultant.equals(staffId))
                .toList();
    }

    private List<String> consultants() {
        return staff.stream()
                .filter(this::works)
                .filter(member -> member.roles().contains(Role.SALES_CONSULTANT))
                .map(StaffMember::staffId)
                .sorted()
                .toList();
    }

    private Optional<StaffMember> find(String staffId) {
        return staff.stream().filter(member -> member.staffId().equals(staffId)).findFirst();
    }

    private boolean works(StaffMember member) {
        LocalDate leftOn = member.leftOn();
        return leftOn == null || !leftOn.isBefore(day);
    }
}
