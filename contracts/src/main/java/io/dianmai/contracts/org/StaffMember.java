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
 */
public record StaffMember(
        String staffId,
        String name,
        List<Role> roles,
        @Nullable String teamId,
        @Nullable LocalDate leftOn) {
    public StaffMember {
        roles = List.copyOf(roles);
    }
}
