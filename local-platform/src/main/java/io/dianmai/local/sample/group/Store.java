package io.dianmai.local.sample.group;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import java.time.ZoneId;
import java.util.List;

/**
 * 门店 of the sample: what the registry is told of it, and what only the sample knows.
 *
 * @param plate how plates begin where it stands
 */
public record Store(StorePublished registered, Brand brand, String plate, Habits habits) {
    public String id() {
        return registered.storeId();
    }

    public ZoneId zone() {
        return ZoneId.of(registered.zone());
    }

    /** Staff ids of whoever has the role; somebody has, in every store. */
    public List<String> staff(Role role) {
        return registered.staff().stream()
                .filter(member -> member.roles().contains(role))
                .map(StaffMember::staffId)
                .toList();
    }
}
