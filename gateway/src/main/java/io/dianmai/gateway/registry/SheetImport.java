package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.gateway.registry.SheetReport.Reason;
import io.dianmai.gateway.registry.SheetReport.Verdict;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings the rows of a file into the registry, store after store: each store changes once, and is published once. */
final class SheetImport {
    private final Registry registry;
    private final SheetHeader header;
    private final boolean dryRun;
    private final Map<String, StorePublished> group;
    private final SheetJudge judge;
    private final Map<Integer, SheetReport.Row> verdicts = new TreeMap<>();

    SheetImport(Registry registry, SheetHeader header, boolean dryRun) {
        this.registry = registry;
        this.header = header;
        this.dryRun = dryRun;
        this.group = registry.all();
        this.judge = new SheetJudge(group.values());
    }

    SheetReport run(List<SheetRow> rows) {
        Map<String, List<SheetRow>> sound = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            List<Violation> flaws = judge.flaws(row);
            if (flaws.isEmpty()) {
                sound.computeIfAbsent(row.storeId(), _ -> new ArrayList<>()).add(row);
            } else {
                note(row, Verdict.REFUSED, flaws);
            }
        }
        sound.forEach(dryRun ? this::tryStore : this::changeStore);
        return SheetReport.of(dryRun, List.copyOf(verdicts.values()));
    }

    private void tryStore(String storeId, List<SheetRow> rows) {
        var _ = apply(rows, group.get(storeId));
    }

    private void changeStore(String storeId, List<SheetRow> rows) {
        var outcome = registry.change(storeId, before -> apply(rows, before));
        if (outcome instanceof Outcome.Refused<RegisteredStore>(Refusal refusal)) {
            rows.forEach(row -> note(row, Verdict.REFUSED, List.of(new Violation("storeId", refusal.detail()))));
        }
    }

    /** May be asked again when the store has changed meanwhile; then verdicts are new, too. */
    private @Nullable StorePublished apply(List<SheetRow> rows, @Nullable StorePublished before) {
        StorePublished store = before;
        for (SheetRow row : rows) {
            SheetJudge.Result result = SheetJudge.apply(row, store);
            store = result.store();
            note(row, result.verdict(), result.violations());
        }
        return store;
    }

    private void note(SheetRow row, Verdict verdict, List<Violation> violations) {
        List<Reason> reasons = violations.stream().map(this::reason).distinct().toList();
        int line = row.cells().line();
        verdicts.put(line, new SheetReport.Row(line, verdict, row.storeId(), row.subject(), reasons));
    }

    /** A pointer into the store's JSON ends with the name of a property. */
    private Reason reason(Violation violation) {
        String pointer = violation.pointer();
        return new Reason(header.title(pointer.substring(pointer.lastIndexOf('/') + 1)), violation.detail());
    }
}
