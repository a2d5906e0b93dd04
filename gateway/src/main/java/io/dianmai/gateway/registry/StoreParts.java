package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores with one part exchanged or added. */
final class StoreParts {
    private StoreParts() {}

    static StorePublished with(StorePublished store, Team team) {
        return with(store, replaced(store.teams(), team, Team::teamId), store.staff());
    }

    static StorePublished with(StorePublished store, StaffMember member) {
        return with(store, store.teams(), replaced(store.staff(), member, StaffMember::staffId));
    }

    static Optional<StaffMember> member(StorePublished store, String staffId) {
        return store.staff().stream()
                .filter(member -> member.staffId().equals(staffId))
                .findFirst();
    }

    private static StorePublished with(StorePublished store, List<Team> teams, List<StaffMember> staff) {
        return new StorePublished(
                store.storeId(),
                store.name(),
                store.regionId(),
                store.regionName(),
                store.brandId(),
                store.brandName(),
                store.tier(),
                store.zone(),
                store.bays(),
                store.parkingSpaces(),
                store.businessHours(),
                teams,
                staff);
    }

    /** At its old place, or at the end. */
    private static <T> List<T> replaced(List<T> all, T one, Function<T, String> id) {
        List<T> after = new ArrayList<>(all);
        int place = all.stream().map(id).toList().indexOf(id.apply(one));
        if (place < 0) {
            after.add(one);
        } else {
            after.set(place, one);
        }
        return after;
    }
}
