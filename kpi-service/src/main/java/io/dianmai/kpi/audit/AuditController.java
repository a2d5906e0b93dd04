package io.dianmai.kpi.audit;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.journal.StoreZones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/kpis/audits}: are the numbers of a store and period what its events make? */
@RestController
class AuditController {
    private static final ProblemType UNKNOWN_PERIOD =
            ProblemType.of("unknown-period", "There is no such period", HttpStatus.BAD_REQUEST);
    /** The gateway waits for thirty seconds, reading included. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Each reads its share of the history at full speed. */
    private static final int AT_ONCE = 2;

    private final Auditor auditor;
    private final StoreZones zones;
    private final Semaphore places = new Semaphore(AT_ONCE);

    AuditController(Auditor auditor, StoreZones zones) {
        this.auditor = auditor;
        this.zones = zones;
    }

    /**
     * What to audit.
     *
     * @param complete read all events there are, and compare the levels since ever, too; absent: no
     */
    record Request(
            @NotBlank String storeId,
            @NotBlank String period,
            @Nullable Boolean complete) {}

    @PostMapping("/api/kpis/audits")
    AuditReport audit(Viewer viewer, @Valid @RequestBody Request request) throws InterruptedException {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        viewer.requireStore(request.storeId());
        AuditedPeriod period = AuditedPeriod.parse(request.period())
                .orElseThrow(() -> new ProblemException(
                        UNKNOWN_PERIOD,
                        "period is a day (2026-11-21), a month (2026-11) or a year (2026), from 2000 to 2100."));
        ZoneId zone = zones.find(request.storeId()).orElseThrow(ProblemException::notFound);
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable("Other audits are running here already.", PATIENCE);
        }
        try {
            return auditor.audit(request.storeId(), zone, period, Boolean.TRUE.equals(request.complete()), PATIENCE);
        } finally {
            places.release();
        }
    }
}
