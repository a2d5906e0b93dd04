package io.dianmai.gateway.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What the door counts: events by what became of them, requests that were refused as a whole, and how long it took. */
final class IngestMetrics {
    private final Counter accepted;
    private final Counter repeated;
    private final Map<IngestProblem, Counter> refused = new EnumMap<>(IngestProblem.class);
    private final Timer requests;

    IngestMetrics(MeterRegistry meters, BytesInFlight bytes) {
        accepted = events(meters, "accepted");
        repeated = events(meters, "repeated");
        for (IngestProblem problem : IngestProblem.values()) {
            refused.put(problem, events(meters, problem.type().slug()));
        }
        requests = Timer.builder("dianmai.ingest.requests")
                .description("From the first byte of a request to its verdicts")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("dianmai.ingest.bytes.free", bytes, BytesInFlight::available)
                .description("What is left of the budget for bodies being worked on")
                .baseUnit("bytes")
                .register(meters);
    }

    void count(Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted(String _, boolean again) -> (again ? repeated : accepted).increment();
            case Verdict.Refused(String _, Rejection rejection) -> count(rejection);
        }
    }

    /** An event, or a request whose events could not be told apart. */
    void count(Rejection rejection) {
        Objects.requireNonNull(refused.get(rejection.problem())).increment();
    }

    <T> T timed(Supplier<T> work) {
        return Objects.requireNonNull(requests.record(work));
    }

    private static Counter events(MeterRegistry meters, String outcome) {
        return Counter.builder("dianmai.ingest.events")
                .description("Events by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
