package io.dianmai.kpi.deadline;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.ladder.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What the registry said last of each store: where it lies, and who works there as what. */
final class StoreRoster {
    private static final int AUDIENCES_KEPT = 100;

    private final KeyValueStore<String, byte[]> stored;
    private final ZoneId defaultZone;
    /** Only what {@link #stored} has as well, and that a store is not in it. */
    private final Map<String, Known> known = new HashMap<>();

    /**
     * A store.
     *
     * @param zone by which a day begins and ends
     * @param staff nobody as long as the registry does not know it
     */
    record Entry(@Nullable String brandId, @Nullable Tier tier, ZoneId zone, List<Member> staff) {
        Entry {
            staff = List.copyOf(staff);
        }
    }

    /**
     * Somebody who works there.
     *
     * @param leftOn last working day; null while employed
     * @param startedOn first working day; null for somebody who was always there
     */
    record Member(
            String staffId,
            List<Role> roles,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate startedOn) {
        Member {
            roles = List.copyOf(roles);
        }

        static Member of(StaffMember member) {
            return new Member(member.staffId(), member.roles(), member.leftOn(), member.startedOn());
        }

        boolean worksOn(LocalDate day) {
            return (leftOn == null || !day.isAfter(leftOn)) && (startedOn == null || !day.isBefore(startedOn));
        }
    }

    /** What is known of a store, and who heard of what lately: where much lapses, it is the same few again and again. */
    private record Known(Entry entry, Place place, Map<Asked, Audience> audiences) {}

    private record Asked(Rung rung, @Nullable String ownerId, LocalDate day) {}

    /** @param defaultZone of a store that the registry has not named yet */
    StoreRoster(KeyValueStore<String, byte[]> stored, ZoneId defaultZone) {
        this.stored = stored;
        this.defaultZone = defaultZone;
    }

    /** The registry told of a store; returns whether it lies somewhere else now, so that other ladders may hold. */
    boolean on(String storeId, StorePublished store) {
        List<Member> staff = store.staff().stream().map(Member::of).toList();
        var told = new Entry(store.brandId(), store.tier(), ZoneId.of(store.zone()), staff);
        Known before = known(storeId);
        if (told.equals(before.entry())) {
            return false;
        }
        stored.put(storeId, EventJson.MAPPER.writeValueAsBytes(told));
        Known now = of(storeId, told);
        known.put(storeId, now);
        return !now.place().equals(before.place());
    }

    Place placeOf(String storeId) {
        return known(storeId).place();
    }

    /** Who hears of a rung at a store at this instant. */
    Audience audienceOf(Rung rung, @Nullable String ownerId, String storeId, Instant now) {
        Known store = known(storeId);
        LocalDate day = LocalDate.ofInstant(now, store.entry().zone());
        if (store.audiences().size() > AUDIENCES_KEPT) {
            store.audiences().clear();
        }
        return store.audiences()
                .computeIfAbsent(
                        new Asked(rung, ownerId, day),
                        _ -> Audience.of(rung, ownerId, store.entry().staff(), day));
    }

    private Known known(String storeId) {
        return known.computeIfAbsent(storeId, _ -> {
            byte[] json = stored.get(storeId);
            return of(
                    storeId,
                    json == null
                            ? new Entry(null, null, defaultZone, List.of())
                            : EventJson.MAPPER.readValue(json, Entry.class));
        });
    }

    private static Known of(String storeId, Entry entry) {
        return new Known(entry, new Place(storeId, entry.brandId(), entry.tier()), new HashMap<>());
    }
}
