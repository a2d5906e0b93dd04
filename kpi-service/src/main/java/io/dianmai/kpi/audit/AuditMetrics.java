package io.dianmai.kpi.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** How audits ended. */
final class AuditMetrics {
    private final Map<AuditReport.Outcome, Counter> audits = new EnumMap<>(AuditReport.Outcome.class);
    private final Counter differences;

    AuditMetrics(MeterRegistry meters) {
        for (AuditReport.Outcome outcome : AuditReport.Outcome.values()) {
            audits.put(
                    outcome,
                    Counter.builder("dianmai.kpi.audit")
                            .description("Audits of a store and period by how they ended")
                            .tag("outcome", outcome.wireName())
                            .register(meters));
        }
        differences = Counter.builder("dianmai.kpi.audit.differences")
                .description("Numbers of live rows that were not what their events make")
                .register(meters);
    }

    void ended(AuditReport report) {
        Counter counter = audits.get(report.outcome());
        if (counter != null) {
            counter.increment();
        }
        if (report.outcome() == AuditReport.Outcome.DIFFERENT) {
            differences.increment(report.differences().size());
        }
    }
}
