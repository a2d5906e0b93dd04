package io.dianmai.kpi.catalogue;

import static io.dianmai.kit.web.GivenCommands.IDEMPOTENCY_KEY;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.audit.AuditedRequest;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.KpiReader.Reading;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Custom KPIs (自定义指标): headquarters makes, changes and deletes them while everything runs. */
@RestController
class CustomKpiController {
    private static final String PATH = "/api/kpis/";

    private final Catalogue catalogue;
    private final CustomKpis custom;
    private final FreeNames names;
    private final CounterList counters;
    private final Clock clock;

    CustomKpiController(Catalogue catalogue, CustomKpis custom, CounterList counters, Clock clock) {
        this.catalogue = catalogue;
        this.custom = custom;
        names = new FreeNames(catalogue, custom);
        this.counters = counters;
        this.clock = clock;
    }

    @PostMapping("/api/kpis")
    @Audited("kpi.defined")
    ResponseEntity<KpiView> create(
            Viewer viewer,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody KpiDraft draft) {
        viewer.require(Role.GROUP_HQ);
        sayOfDryRun(dryRun);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Kpi kpi = read(draft, new Kpi.Custom(viewer.subject(), now, 1));
        KpiDefinition made = new KpiDefinition(kpi.code(), 1, draft, viewer.subject(), now, key);
        KpiDefinition before = custom.find(kpi.code()).orElse(null);
        if (before != null && repeats(made, before)) {
            return created(read(before.draft(), before.origin()));
        }
        if (before != null) {
            throw KpiProblems.codeTaken();
        }
        names.requireFree(kpi);
        if (dryRun) {
            return ResponseEntity.ok(KpiView.explained(kpi, counters));
        }
        if (!custom.add(made)) {
            throw KpiProblems.codeTaken();
        }
        return created(kpi);
    }

    @PutMapping("/api/kpis/{code}")
    @Audited(value = "kpi.changed", id = "{code}")
    ResponseEntity<KpiView> change(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody KpiDraft draft) {
        viewer.require(Role.GROUP_HQ);
        sayOfDryRun(dryRun);
        KpiDefinition present = present(code);
        if (version == null) {
            throw KpiProblems.versionNeeded();
        }
        requireVersion(present, version);
        if (draft.code() != null && !draft.code().equals(code)) {
            throw KpiProblems.of(List.of(Finding.invalid("/code", "Must be left out, or be the code of the address.")));
        }
        KpiDefinition changed = present.changedTo(draft);
        Kpi kpi = read(changed.draft(), changed.origin());
        names.requireNameFree(kpi);
        if (!dryRun && !custom.replace(changed)) {
            throw KpiProblems.staleVersion();
        }
        return ResponseEntity.ok()
                .eTag(eTag(dryRun ? present.version() : changed.version()))
                .body(KpiView.explained(kpi, counters));
    }

    @DeleteMapping("/api/kpis/{code}")
    @Audited(value = "kpi.deleted", id = "{code}")
    ResponseEntity<Void> delete(
            Viewer viewer,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        viewer.require(Role.GROUP_HQ);
        KpiDefinition present = present(code);
        if (version != null) {
            requireVersion(present, version);
        }
        if (!custom.remove(present)) {
            throw KpiProblems.staleVersion();
        }
        return ResponseEntity.noContent().build();
    }

    /** As the header {@code ETag} has it. */
    static String eTag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    private ResponseEntity<KpiView> created(Kpi kpi) {
        return ResponseEntity.created(URI.create(PATH + kpi.code()))
                .eTag(eTag(kpi.custom() == null ? 1 : kpi.custom().version()))
                .body(KpiView.explained(kpi, counters));
    }

    private Kpi read(KpiDraft draft, Kpi.Custom origin) {
        return switch (KpiReader.read(draft, counters, origin)) {
            case Reading.Bad(List<Finding> findings) -> throw KpiProblems.of(findings);
            case Reading.Good good when !good.waits().isEmpty() -> throw KpiProblems.of(good.waits());
            case Reading.Good good -> good.kpi();
        };
    }

    private KpiDefinition present(String code) {
        if (catalogue.ships(code)) {
            throw KpiProblems.shipped();
        }
        return custom.find(code).orElseThrow(ProblemException::notFound);
    }

    private static void requireVersion(KpiDefinition present, String version) {
        if (!version.equals("*") && !version.equals(eTag(present.version()))) {
            throw KpiProblems.staleVersion();
        }
    }

    private static boolean repeats(KpiDefinition made, KpiDefinition before) {
        return made.requestKey() != null
                && made.requestKey().equals(before.requestKey())
                && made.createdBy().equals(before.createdBy());
    }

    private static void sayOfDryRun(boolean dryRun) {
        if (dryRun) {
            AuditedRequest.detail("dry run");
        }
    }
}
