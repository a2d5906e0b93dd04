package io.dianmai.kpi.target.web;

import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableRow;
import io.dianmai.kpi.target.Aims;
import io.dianmai.kpi.target.Flaw;
import io.dianmai.kpi.target.PlanArchive;
import io.dianmai.kpi.target.PlanChange;
import io.dianmai.kpi.target.PlanKey;
import io.dianmai.kpi.target.PlanRules;
import io.dianmai.kpi.target.PlanVersion;
import io.dianmai.kpi.target.PlanningStore;
import io.dianmai.kpi.target.PlanningStores;
import io.dianmai.kpi.target.Recorded;
import io.dianmai.kpi.target.TargetOwner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file on its way into the archive, some hundred rows at a time. */
final class ImportRun implements Consumer<TableRow> {
    private static final int AT_ONCE = 500;

    private final ImportHeader header;
    private final Viewer viewer;
    private final boolean dryRun;
    private final PlanArchive archive;
    private final PlanningStores stores;
    private final Aims aims;
    private final Instant now;

    private final Map<String, Optional<PlanningStore>> known = new HashMap<>();
    private final Map<Version, Integer> lines = new HashMap<>();
    private final Map<PlanKey, PlanChange> waiting = new LinkedHashMap<>();
    private final Map<Integer, ImportReport.Row> verdicts = new TreeMap<>();
    private boolean beyondHeader;

    /** A file may plan the same thing from different days on. */
    private record Version(PlanKey key, LocalDate from) {
        static Version of(PlanChange change) {
            return new Version(change.key(), change.version().effectiveFrom());
        }
    }

    ImportRun(
            ImportHeader header,
            Viewer viewer,
            boolean dryRun,
            PlanArchive archive,
            PlanningStores stores,
            Aims aims,
            Instant now) {
        this.header = header;
        this.viewer = viewer;
        this.dryRun = dryRun;
        this.archive = archive;
        this.stores = stores;
        this.aims = aims;
        this.now = now;
    }

    @Override
    public void accept(TableRow row) {
        if (!beyondHeader) {
            beyondHeader = true;
            return;
        }
        ImportRow read = ImportRow.read(row, header, aims);
        if (read.flaws().isEmpty()) {
            judge(read);
        } else {
            refuse(read, read.flaws());
        }
        if (waiting.size() >= AT_ONCE) {
            keep();
        }
    }

    ImportReport report() {
        keep();
        return ImportReport.of(dryRun, new ArrayList<>(verdicts.values()));
    }

    private void judge(ImportRow row) {
        Optional<PlanningStore> store = known.computeIfAbsent(row.draft().storeId(), this::visible);
        Optional<TargetOwner> owner = TargetOwner.parse(row.draft().owner());
        if (store.isEmpty()) {
            refuse(row, List.of(new Flaw(ImportHeader.STORE, "There is no such store.")));
        } else if (owner.isPresent() && !Planners.mayPlan(viewer, owner.get())) {
            refuse(row, List.of(new Flaw(ImportHeader.OWNER, "Your roles do not allow plans of this owner.")));
        } else {
            var named = aims.named(row.draft().what());
            switch (PlanRules.check(row.draft(), store.get(), named, Planners.name(viewer), now)) {
                case PlanRules.Checked.Bad(List<Flaw> flaws) -> refuse(row, flaws);
                case PlanRules.Checked.Good(PlanKey key, PlanVersion version) -> take(row, key, version);
            }
        }
    }

    private Optional<PlanningStore> visible(String storeId) {
        return viewer.maySee(storeId) ? stores.find(storeId) : Optional.empty();
    }

    private void take(ImportRow row, PlanKey key, PlanVersion version) {
        PlanChange change = new PlanChange(key, version, null);
        Integer earlier = lines.putIfAbsent(Version.of(change), row.line());
        if (earlier != null) {
            refuse(row, List.of(new Flaw("", "The same plan is in line " + earlier + " already.")));
            return;
        }
        if (waiting.containsKey(key)) {
            keep();
        }
        waiting.put(key, change);
    }

    private void refuse(ImportRow row, List<Flaw> flaws) {
        List<ImportReport.Reason> reasons = flaws.stream()
                .map(flaw -> new ImportReport.Reason(header.title(row.fieldOf(flaw)), flaw.reason()))
                .toList();
        verdicts.put(row.line(), ImportReport.Row.refused(row.line(), row.plan(), reasons));
    }

    private void keep() {
        Map<PlanKey, Recorded> outcomes = dryRun ? archive.tryOut(waiting.values()) : archive.record(waiting.values());
        waiting.forEach((key, change) -> {
            int line = Objects.requireNonNull(lines.get(Version.of(change)));
            verdicts.put(line, verdict(line, key, Objects.requireNonNull(outcomes.get(key))));
        });
        waiting.clear();
    }

    private static ImportReport.Row verdict(int line, PlanKey key, Recorded outcome) {
        String plan = String.join(" ", key.storeId(), key.what(), key.owner().text(), String.valueOf(key.year()));
        return switch (outcome) {
            case Recorded.Saved(var _) -> ImportReport.Row.kept(line, ImportReport.ACCEPTED, plan);
            case Recorded.Unchanged(var _) -> ImportReport.Row.kept(line, ImportReport.UNCHANGED, plan);
            case Recorded.Stale(int _) -> refused(line, plan, "Somebody else changes the plan.");
            case Recorded.Full(int versions) ->
                refused(line, plan, "The plan has its " + versions + " versions already.");
        };
    }

    private static ImportReport.Row refused(int line, @Nullable String plan, String reason) {
        return ImportReport.Row.refused(line, plan, List.of(new ImportReport.Reason(null, reason)));
    }
}
