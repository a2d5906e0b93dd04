package io.dianmai.kpi.target.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.Aim;
import io.dianmai.kpi.target.Aims;
import io.dianmai.kpi.target.Pace;
import io.dianmai.kpi.target.PlanDays;
import io.dianmai.kpi.target.PlanningStore;
import io.dianmai.kpi.target.PlanningStores;
import io.dianmai.kpi.target.TargetOwner;
import io.dianmai.kpi.target.TargetPlans;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/targets/pace}: what is aimed at in a period, and how much of it should be there by tonight. */
@RestController
class PaceController {
    private final TargetPlans plans;
    private final PlanningStores stores;
    private final Aims aims;
    private final Clock clock;

    PaceController(TargetPlans plans, PlanningStores stores, Aims aims, Clock clock) {
        this.plans = plans;
        this.stores = stores;
        this.aims = aims;
        this.clock = clock;
    }

    /**
     * The answer, figures as they are entered.
     *
     * @param today in the store's zone
     */
    record Answer(
            String storeId,
            String what,
            String unit,
            String owner,
            LocalDate from,
            LocalDate to,
            LocalDate today,
            @Nullable BigDecimal target,
            @Nullable BigDecimal expected,
            int workingDays,
            int workingDaysElapsed) {}

    @GetMapping("/api/targets/pace")
    Answer pace(
            Viewer viewer,
            @RequestParam String storeId,
            @RequestParam String what,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String owner) {
        viewer.requireStore(storeId);
        PlanningStore store = stores.find(storeId).orElseThrow(ProblemException::notFound);
        Aim aim = aims.named(what).orElseThrow(() -> invalid("what", "There is no such counter or KPI."));
        TargetOwner whose = TargetOwner.parse(owner)
                .orElseThrow(() -> invalid("owner", "Must be store, team:<id> or advisor:<id>."));
        PlanDays days = PlanDays.parse(period)
                .orElseThrow(() ->
                        invalid("period", "Must be like 2026-11-21, 2026-11-T1, 2026-W47, 2026-11, 2026-Q4 or 2026."));
        return answer(store, aim, whose, days);
    }

    private Answer answer(PlanningStore store, Aim aim, TargetOwner owner, PlanDays days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        @Nullable Slice slice = owner.slice().orElse(null);
        var loaded = plans.load(List.of(store.storeId()), List.of(aim.name()), days.from(), days.to());
        Pace pace = Pace.of(loaded, store, aim.name(), slice, days.from(), days.to(), today);
        return new Answer(
                store.storeId(),
                aim.name(),
                aim.wireUnit(),
                owner.text(),
                days.from(),
                days.to(),
                today,
                pace.target() == null ? null : aim.unit().entered(pace.target()),
                pace.expected() == null ? null : aim.unit().entered(pace.expected()),
                pace.workingDays(),
                pace.workingDaysElapsed());
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.invalid(List.of(new Violation(parameter, detail)));
    }
}
