package io.dianmai.contracts.org;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at a store.
 *
 * @param staffId unique in the group
 * @param name as shown on screens
 * @param leftOn last working day; absent while employed
 * @param startedOn first working day; absent for somebody who was always there
 */
public record StaffMember(
        String staffId,
        String name,
        List<Role> roles,
        @Nullable String teamId,
        @Nullable LocalDate leftOn,
        @Nullable LocalDate startedOn) {
    public StaffMember {
        roles = List.copyOf(roles);
    }

    /** Somebody who was always there. */
    public StaffMember(
            String staffId, String name, List<Role> roles, @Nullable String teamId, @Nullable LocalDate leftOn) {
        this(staffId, name, roles, teamId, leftOn, null);
    }

    /** Whether this is a working day: from the first up to and including the last one. */
    public boolean worksOn(LocalDate day) {
        return (leftOn == null || !day.isAfter(leftOn)) && (startedOn == null || !day.isBefore(startedOn));
    }
}
