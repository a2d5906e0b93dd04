package io.dianmai.kpi.target.web;

import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.audit.AuditedRequest;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.target.Aims;
import io.dianmai.kpi.target.Flaw;
import io.dianmai.kpi.target.Plan;
import io.dianmai.kpi.target.PlanArchive;
import io.dianmai.kpi.target.PlanChange;
import io.dianmai.kpi.target.PlanDays;
import io.dianmai.kpi.target.PlanKey;
import io.dianmai.kpi.target.PlanRules;
import io.dianmai.kpi.target.PlanVersion;
import io.dianmai.kpi.target.PlanningStore;
import io.dianmai.kpi.target.PlanningStores;
import io.dianmai.kpi.target.Recorded;
import io.dianmai.kpi.target.TargetOwner;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/targets}: the plans of a store, read, made and taken back one by one. */
@RestController
class TargetsController {
    private static final ProblemType STALE =
            ProblemType.of("stale-version", "The plan has changed meanwhile", HttpStatus.PRECONDITION_FAILED);
    private static final ProblemType FULL =
            ProblemType.of("plan-full", "The plan has too many versions", HttpStatus.CONFLICT);

    private final PlanArchive archive;
    private final PlanningStores stores;
    private final Aims aims;
    private final Clock clock;

    TargetsController(PlanArchive archive, PlanningStores stores, Aims aims, Clock clock) {
        this.archive = archive;
        this.stores = stores;
        this.aims = aims;
        this.clock = clock;
    }

    @GetMapping("/api/targets")
    List<PlanView> list(
            Viewer viewer,
            @RequestParam String storeId,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable String what) {
        store(viewer, storeId);
        checkYear(year);
        if (what != null && aims.named(what).isEmpty()) {
            throw invalid("what", "There is no such counter or KPI.");
        }
        return archive.ofStore(storeId, year).stream()
                .filter(plan -> what == null || plan.key().what().equals(what))
                .flatMap(plan -> aims.named(plan.key().what()).map(aim -> PlanView.of(plan, aim)).stream())
                .toList();
    }

    @PutMapping("/api/targets")
    @Audited("target.changed")
    ResponseEntity<PlanView> put(
            Viewer viewer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanRequest request) {
        PlanningStore store = store(viewer, request.storeId());
        Planners.requireAny(viewer);
        TargetOwner.parse(request.owner()).ifPresent(owner -> Planners.require(viewer, owner));
        var checked = PlanRules.check(
                request.draft(), store, aims.named(request.what()), Planners.name(viewer), clock.instant());
        return switch (checked) {
            case PlanRules.Checked.Bad(List<Flaw> flaws) -> throw invalid(flaws);
            case PlanRules.Checked.Good(PlanKey key, PlanVersion version) ->
                answer(record(new PlanChange(key, version, IfMatch.revision(ifMatch))));
        };
    }

    @DeleteMapping("/api/targets")
    @Audited("target.withdrawn")
    ResponseEntity<PlanView> withdraw(
            Viewer viewer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam String storeId,
            @RequestParam String what,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable LocalDate effectiveFrom) {
        store(viewer, storeId);
        checkYear(year);
        TargetOwner whose = TargetOwner.parse(owner)
                .orElseThrow(() -> invalid("owner", "Must be store, team:<id> or advisor:<id>."));
        Planners.require(viewer, whose);
        LocalDate from = effectiveFrom == null ? LocalDate.of(year, 1, 1) : effectiveFrom;
        if (from.getYear() != year) {
            throw invalid("effectiveFrom", "Must lie in the plan's year.");
        }
        PlanKey key = new PlanKey(storeId, what, whose, year);
        if (!archive.has(key)) {
            throw ProblemException.notFound();
        }
        var withdrawal = PlanVersion.withdrawal(from, Planners.name(viewer), clock.instant());
        return answer(record(new PlanChange(key, withdrawal, IfMatch.revision(ifMatch))));
    }

    private PlanningStore store(Viewer viewer, String storeId) {
        viewer.requireStore(storeId);
        return stores.find(storeId).orElseThrow(ProblemException::notFound);
    }

    private Plan record(PlanChange change) {
        AuditedRequest.about(change.key().id(), change.key().storeId());
        Recorded recorded =
                Objects.requireNonNull(archive.record(List.of(change)).get(change.key()));
        return switch (recorded) {
            case Recorded.Saved(Plan plan) -> plan;
            case Recorded.Unchanged(Plan plan) -> plan;
            case Recorded.Stale(int revision) ->
                throw new ProblemException(STALE, "It has revision " + revision + ". Read it again, then repeat.");
            case Recorded.Full(int versions) ->
                throw new ProblemException(FULL, "A plan has at most " + versions + " versions.");
        };
    }

    private ResponseEntity<PlanView> answer(Plan plan) {
        PlanView view = PlanView.of(plan, aims.named(plan.key().what()).orElseThrow(ProblemException::notFound));
        return ResponseEntity.ok()
                .eTag('"' + Integer.toString(plan.revision()) + '"')
                .body(view);
    }

    private static void checkYear(int year) {
        if (year < PlanDays.FIRST_YEAR || year > PlanDays.LAST_YEAR) {
            throw invalid("year", "Must be from 2000 to 2100.");
        }
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.invalid(List.of(new Violation(parameter, detail)));
    }

    private static ProblemException invalid(List<Flaw> flaws) {
        return ProblemException.invalid(flaws.stream()
                .map(flaw -> new Violation(flaw.field().isEmpty() ? "" : '/' + flaw.field(), flaw.reason()))
                .toList());
    }
}
