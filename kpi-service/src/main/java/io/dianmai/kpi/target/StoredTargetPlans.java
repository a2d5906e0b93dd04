package io.dianmai.kpi.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads plans in bulk: those of the stores at once, those of teams and advisors when one of them is asked for. */
@Component
class StoredTargetPlans implements TargetPlans {
    private final PlanArchive archive;
    private final PlannedNames planned;
    private final PlanningStores stores;
    private final Aims aims;

    StoredTargetPlans(PlanArchive archive, PlannedNames planned, PlanningStores stores, Aims aims) {
        this.archive = archive;
        this.planned = planned;
        this.stores = stores;
        this.aims = aims;
    }

    @Override
    public Loaded load(Collection<String> storeIds, Collection<String> names, LocalDate from, LocalDate to) {
        Map<String, Aim> known = new HashMap<>();
        planned.among(names).forEach(name -> aims.named(name).ifPresent(aim -> known.put(name, aim)));
        if (known.isEmpty()) {
            return (_, _, _, _, _) -> null;
        }
        Map<String, PlanningStore> planning = stores.find(storeIds);
        int[] years = IntStream.rangeClosed(from.getYear(), to.getYear()).toArray();
        Function<String, Map<String, Plan>> ofPeople =
                name -> archive.find(ids(planning.values(), store -> people(store), List.of(name), years));
        Map<String, Plan> ofStores =
                archive.find(ids(planning.values(), _ -> Stream.of(TargetOwner.store()), known.keySet(), years));
        return new LoadedPlans(planning, known, ofStores, ofPeople);
    }

    private static Stream<TargetOwner> people(PlanningStore store) {
        return Stream.concat(
                store.teams().stream().map(TargetOwner.Team::new),
                store.staff().stream().map(member -> new TargetOwner.Advisor(member.staffId())));
    }

    private static List<String> ids(
            Collection<PlanningStore> stores,
            Function<PlanningStore, Stream<TargetOwner>> owners,
            Collection<String> names,
            int[] years) {
        return stores.stream()
                .flatMap(store -> owners.apply(store)
                        .flatMap(owner -> names.stream()
                                .flatMap(name -> IntStream.of(years)
                                        .mapToObj(year -> new PlanKey(store.storeId(), name, owner, year).id()))))
                .toList();
    }
}
