package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.gateway.registry.SheetReport.Verdict;
import io.dianmai.kit.problem.Violation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says of row after row whether it may change its store. What one row may depends on what the file has said before, and
 * on the other stores of the group.
 */
final class SheetJudge {
    /** Everybody by id, at each store where they work or worked. */
    private final Map<String, Map<String, StaffMember>> people = new HashMap<>();

    private final Set<String> subjects = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param group all stores */
    SheetJudge(Collection<StorePublished> group) {
        group.forEach(store -> store.staff().forEach(member -> learn(store.storeId(), member)));
    }

    private void learn(String storeId, StaffMember member) {
        people.computeIfAbsent(member.staffId(), _ -> new TreeMap<>()).put(storeId, member);
    }

    /** What is wrong with a row whatever its store is; each with the property it is about. */
    List<Violation> flaws(SheetRow row) {
        if (!row.flaws().isEmpty()) {
            return row.flaws();
        }
        Optional<Violation> flaw = switch (row.change()) {
            case SheetChange.OfStore store -> repeated("storeId", row).or(() -> renamed(store));
            case SheetChange.OfTeam _ -> repeated("teamId", row);
            case SheetChange.OfStaff(StaffMember member, List<SheetColumn> _) ->
                repeated("staffId", row).or(() -> elsewhere(row.storeId(), member));
        };
        return flaw.map(List::of).orElse(List.of());
    }

    /** What the row makes of the store, or why it may not. */
    static Result apply(SheetRow row, @Nullable StorePublished before) {
        StorePublished after = row.change().applyTo(before);
        if (after == null) {
            return new Result(
                    before, Verdict.REFUSED, List.of(new Violation("storeId", "No such store is registered.")));
        }
        List<Violation> violations = StoreCheck.violationsOf(after);
        if (!violations.isEmpty()) {
            return new Result(before, Verdict.REFUSED, violations);
        }
        return new Result(after, verdict(row, before, after), List.of());
    }

    /** @param store as it is after the row */
    record Result(@Nullable StorePublished store, Verdict verdict, List<Violation> violations) {}

    private static Verdict verdict(SheetRow row, @Nullable StorePublished before, StorePublished after) {
        if (after.equals(before)) {
            return Verdict.UNCHANGED;
        }
        boolean known = before != null
                && switch (row.change()) {
                    case SheetChange.OfStore _ -> true;
                    case SheetChange.OfTeam _ ->
                        before.teams().size() == after.teams().size();
                    case SheetChange.OfStaff _ ->
                        before.staff().size() == after.staff().size();
                };
        return known ? Verdict.CHANGED : Verdict.CREATED;
    }

    private Optional<Violation> repeated(String property, SheetRow row) {
        return subjects.add(row.storeId() + '\n' + row.subject())
                ? Optional.empty()
                : Optional.of(new Violation(property, "A row before has the same id."));
    }

    /** A region or brand has one name; in a file that gives it another one it was mistyped. */
    private Optional<Violation> renamed(SheetChange.OfStore store) {
        if (!sameName("region\n" + store.regionId(), store.regionName())) {
            return Optional.of(new Violation("regionName", "A row before has another name for this region."));
        }
        return sameName("brand\n" + store.brandId(), store.brandName())
                ? Optional.empty()
                : Optional.of(new Violation("brandName", "A row before has another name for this brand."));
    }

    private boolean sameName(String id, String name) {
        String before = names.putIfAbsent(id, name);
        return before == null || before.equals(name);
    }

    /** Ids of people are unique in the group: who goes to another store has left the one before. */
    private Optional<Violation> elsewhere(String storeId, StaffMember told) {
        Optional<Violation> elsewhere = people.getOrDefault(told.staffId(), Map.of()).entrySet().stream()
                .filter(place -> !place.getKey().equals(storeId) && overlap(place.getValue(), told))
                .findFirst()
                .map(place -> new Violation(
                        "staffId",
                        "Somebody at store " + place.getKey()
                                + " has this id. Who changes stores needs a last day there, before the first"
                                + " one here."));
        if (elsewhere.isEmpty()) {
            learn(storeId, told);
        }
        return elsewhere;
    }

    /** Without a first day it is the one after the last one elsewhere. */
    private static boolean overlap(StaffMember other, StaffMember told) {
        return !isBefore(other.leftOn(), told.startedOn()) && !isBefore(told.leftOn(), other.startedOn());
    }

    private static boolean isBefore(@Nullable LocalDate last, @Nullable LocalDate first) {
        return last != null && (first == null || last.isBefore(first));
    }
}
