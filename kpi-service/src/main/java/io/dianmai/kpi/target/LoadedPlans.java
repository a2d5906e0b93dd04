package io.dianmai.kpi.target;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kpi.counter.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans that have been read, and the parts of those who have none of their own.
 *
 * <p>Somebody without a plan has an even part of the store's figure, among all who have the role on that day,
 * <em>also those with a plan of their own</em>: own plans may therefore add up with the parts of the others to more or
 * less than the store's figure, and nobody's part changes because somebody else got a plan. A team is the sum of its
 * members. An aim that is not additive, a ratio for example, is the store's for each of them.
 */
final class LoadedPlans implements TargetPlans.Loaded {
    private final Map<String, PlanningStore> stores;
    private final Map<String, Aim> aims;
    private final Map<String, Plan> ofStores;
    private final Function<String, Map<String, Plan>> readPeople;
    private final Map<String, Map<String, Plan>> ofPeople = new ConcurrentHashMap<>();

    /**
     * What was read.
     *
     * @param readPeople reads the plans of all teams and advisors of these stores for a name
     */
    LoadedPlans(
            Map<String, PlanningStore> stores,
            Map<String, Aim> aims,
            Map<String, Plan> ofStores,
            Function<String, Map<String, Plan>> readPeople) {
        this.stores = stores;
        this.aims = aims;
        this.ofStores = ofStores;
        this.readPeople = readPeople;
    }

    @Override
    public @Nullable BigDecimal of(String storeId, String name, @Nullable Slice owner, LocalDate from, LocalDate to) {
        PlanningStore store = stores.get(storeId);
        Aim aim = aims.get(name);
        Optional<TargetOwner> whose = TargetOwner.of(owner);
        if (store == null || aim == null || whose.isEmpty() || to.isBefore(from)) {
            return null;
        }
        return new Asked(store, aim, from, to).of(whose.get());
    }

    /** One store, one name, some days. */
    private final class Asked {
        private final PlanningStore store;
        private final Aim aim;
        private final LocalDate from;
        private final LocalDate to;

        Asked(PlanningStore store, Aim aim, LocalDate from, LocalDate to) {
            this.store = store;
            this.aim = aim;
            this.from = from;
            this.to = to;
        }

        @Nullable
        BigDecimal of(TargetOwner owner) {
            BigDecimal own = years(owner).over(from, to);
            if (own != null) {
                return own;
            }
            return switch (owner) {
                case TargetOwner.Store() -> null;
                case TargetOwner.Team(String id) -> team(id);
                case TargetOwner.Advisor(String id) -> part(id);
            };
        }

        private @Nullable BigDecimal team(String id) {
            List<StaffMember> members =
                    sharing().filter(member -> id.equals(member.teamId())).toList();
            if (members.isEmpty() || !aim.additive()) {
                return members.isEmpty() ? null : years(TargetOwner.store()).over(from, to);
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (StaffMember member : members) {
                BigDecimal part = of(new TargetOwner.Advisor(member.staffId()));
                if (part == null) {
                    return null;
                }
                sum = sum.add(part);
            }
            return sum;
        }

        private @Nullable BigDecimal part(String advisorId) {
            if (sharing().noneMatch(member -> member.staffId().equals(advisorId))) {
                return null;
            }
            Stream<LocalDate> leavings = sharing()
                    .flatMap(member -> Stream.ofNullable(member.leftOn()))
                    .map(last -> last.plusDays(1));
            return years(TargetOwner.store()).share(from, to, leavings, day -> part(advisorId, day));
        }

        private @Nullable Part part(String advisorId, LocalDate day) {
            List<String> present = sharing()
                    .filter(member -> PlanningStore.worksOn(member, day))
                    .map(StaffMember::staffId)
                    .toList();
            int index = present.indexOf(advisorId);
            return index < 0 ? null : new Part(index, present.size());
        }

        /** Those who work here on at least one of the days. */
        private Stream<StaffMember> sharing() {
            return store.members(aim.role()).stream().filter(member -> PlanningStore.worksOn(member, from));
        }

        private PlanYears years(TargetOwner owner) {
            Map<String, Plan> plans =
                    owner.equals(TargetOwner.store()) ? ofStores : ofPeople.computeIfAbsent(aim.name(), readPeople);
            Map<Integer, Plan> byYear = new HashMap<>();
            for (int year = from.getYear(); year <= to.getYear(); year++) {
                Plan plan = plans.get(new PlanKey(store.storeId(), aim.name(), owner, year).id());
                if (plan != null) {
                    byYear.put(year, plan);
                }
            }
            return new PlanYears(byYear, aim, store.workingDays());
        }
    }
}
