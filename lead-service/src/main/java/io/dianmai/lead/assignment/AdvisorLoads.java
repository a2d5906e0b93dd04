package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.lead.roster.Roster;
import io.dianmai.lead.roster.Rosters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 库容: what the advisors of a store have in hand now, for people to read. */
@Component
public class AdvisorLoads {
    private final LoadBook loads;
    private final DayOffBook daysOff;
    private final Policies policies;
    private final PolicyKind<AssignmentPolicy> kind;
    private final Rosters rosters;
    private final StoreReplica stores;
    private final Clock clock;

    AdvisorLoads(
            LoadBook loads,
            DayOffBook daysOff,
            Policies policies,
            PolicyKind<AssignmentPolicy> kind,
            Rosters rosters,
            StoreReplica stores,
            Clock clock) {
        this.loads = loads;
        this.daysOff = daysOff;
        this.policies = policies;
        this.kind = kind;
        this.rosters = rosters;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * What one advisor has in hand, about a second behind what happens.
     *
     * @param teamId as the registry has it
     * @param working whether he works at the store and gets leads by the rule; somebody who has left may still have some
     * @param byLevel open leads by level
     * @param capacity how many he may have; absent without a limit
     * @param dealtToday leads that he was given today, by the rule or by somebody
     */
    public record Load(
            String advisorId,
            @Nullable String teamId,
            boolean working,
            int open,
            Map<Level, Integer> byLevel,
            @Nullable Integer capacity,
            boolean offToday,
            int dealtToday) {}

    /**
     * All of a store's.
     *
     * @param day today in the store's zone
     */
    public record OfStore(String storeId, LocalDate day, List<Load> advisors) {}

    /** Those who get leads, and whoever else has some, in order of their ids. */
    public OfStore of(String storeId) {
        Instant now = clock.instant();
        Roster roster = rosters.at(storeId, now);
        AssignmentPolicy policy = policies.of(kind, storeId, now);
        StoreLoads counted = loads.find(storeId);
        Set<String> off = daysOff.find(storeId).on(roster.day());
        var working = new TreeSet<String>();
        roster.working(policy.roles()).stream().map(StaffMember::staffId).forEach(working::add);
        var all = new TreeSet<>(working);
        counted.advisors().stream()
                .filter(load -> load.open() > 0)
                .map(AdvisorLoad::advisorId)
                .forEach(all::add);
        var advisors = all.stream()
                .map(id -> new Load(
                        id,
                        roster.teamOf(id),
                        working.contains(id),
                        counted.of(id).open(),
                        counted.of(id).byLevel(),
                        policy.capacityOf(id),
                        off.contains(id),
                        counted.of(id).dealtOn(roster.day())))
                .toList();
        return new OfStore(storeId, roster.day(), advisors);
    }

    /** Whether the registry has told that somebody works at the store today. */
    public boolean works(String storeId, String staffId) {
        return stores.staff(storeId, staffId).isPresent()
                && rosters.at(storeId, clock.instant()).works(staffId);
    }

    public List<LocalDate> daysOff(String storeId, String staffId) {
        return daysOff.find(storeId).of(staffId);
    }

    /** From now on somebody is off on these days and on no others. */
    public List<LocalDate> setDaysOff(String storeId, String staffId, List<LocalDate> days) {
        return daysOff.put(storeId, staffId, days);
    }
}
