package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.org.StoreCalendars;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one row makes of a store. */
sealed interface SheetChange {

    /** The store after it; null where a store would be needed that is not there. */
    @Nullable
    StorePublished applyTo(@Nullable StorePublished before);

    /**
     * A store, new or changed; its hours, teams and people stay.
     *
     * @param zone null for what it was
     * @param bays negative for what they were
     * @param parking negative for what it was
     */
    record OfStore(
            String storeId,
            String name,
            String regionId,
            String regionName,
            String brandId,
            String brandName,
            Tier tier,
            @Nullable String zone,
            int bays,
            int parking)
            implements SheetChange {

        @Override
        public StorePublished applyTo(@Nullable StorePublished before) {
            String zoneBefore = before == null ? StoreCalendars.DEFAULT_ZONE.getId() : before.zone();
            BusinessHours hours = before == null ? StoreCalendars.NINE_TO_SIX : before.businessHours();
            return new StorePublished(
                    storeId,
                    name,
                    regionId,
                    regionName,
                    brandId,
                    brandName,
                    tier,
                    Objects.requireNonNullElse(zone, zoneBefore),
                    kept(bays, before == null ? 0 : before.bays()),
                    kept(parking, before == null ? 0 : before.parkingSpaces()),
                    hours,
                    before == null ? List.of() : before.teams(),
                    before == null ? List.of() : before.staff());
        }

        private static int kept(int told, int before) {
            return told < 0 ? before : told;
        }
    }

    /** A team, new or with another name. */
    record OfTeam(Team team) implements SheetChange {
        @Override
        public @Nullable StorePublished applyTo(@Nullable StorePublished before) {
            return before == null ? null : StoreParts.with(before, team);
        }
    }

    /**
     * Somebody, new or changed.
     *
     * @param told columns that the file has; what the others hold stays
     */
    record OfStaff(StaffMember member, List<SheetColumn> told) implements SheetChange {
        public OfStaff {
            told = List.copyOf(told);
        }

        @Override
        public @Nullable StorePublished applyTo(@Nullable StorePublished before) {
            return before == null ? null : StoreParts.with(before, merged(before));
        }

        private StaffMember merged(StorePublished store) {
            StaffMember before = StoreParts.member(store, member.staffId()).orElse(member);
            return new StaffMember(
                    member.staffId(),
                    member.name(),
                    member.roles(),
                    told.contains(SheetColumn.TEAM_ID) ? member.teamId() : before.teamId(),
                    told.contains(SheetColumn.LEFT_ON) ? member.leftOn() : before.leftOn(),
                    told.contains(SheetColumn.STARTED_ON) ? member.startedOn() : before.startedOn());
        }
    }
}
