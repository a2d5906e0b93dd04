package io.dianmai.gateway.ingest;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.ingest.Ingest.Circumstances;
import io.dianmai.gateway.ingest.limit.ClientLimits;
import io.dianmai.gateway.ingest.limit.Quota;
import io.dianmai.kit.observe.TraceContext;
import io.dianmai.kit.security.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/store-events}: facts in, verdicts out. */
@RestController
class StoreEventsController {
    private final Ingest ingest;
    private final IngestSettings settings;
    private final ClientLimits limits;
    private final BytesInFlight bytes;
    private final IngestMetrics metrics;
    private final TraceContext traces;

    StoreEventsController(
            Ingest ingest,
            IngestSettings settings,
            ClientLimits limits,
            BytesInFlight bytes,
            IngestMetrics metrics,
            TraceContext traces) {
        this.ingest = ingest;
        this.settings = settings;
        this.limits = limits;
        this.bytes = bytes;
        this.metrics = metrics;
        this.traces = traces;
    }

    @PostMapping("/api/store-events")
    ResponseEntity<?> take(
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer sender,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun) {
        sender.require(Role.STORE_SYSTEM, Role.OPERATIONS);
        var circumstances = new Circumstances(sender, traces.currentTraceParent(), dryRun);
        Quota quota = limits.of(circumstances.client());
        try {
            return take(request, circumstances, quota);
        } finally {
            quota.headers().forEach(response::setHeader);
        }
    }

    /** Who has used up what he may send is refused before his body is read. */
    private ResponseEntity<?> take(HttpServletRequest request, Circumstances circumstances, Quota quota) {
        if (!quota.admit()) {
            throw RejectedRequest.limited(quota.pause());
        }
        ContentMode mode = ContentMode.of(request);
        try (var lease = bytes.open(circumstances.client())) {
            byte[] body = BodyReader.read(request, limit(mode), settings.bodyTimeout(), lease);
            return metrics.timed(() -> switch (mode) {
                case BATCH -> batch(EventParser.batch(body, settings.maxBatchEvents()), circumstances, quota);
                case STRUCTURED -> single(ingest.take(EventParser.structured(body), circumstances));
                case BINARY -> single(ingest.take(EventParser.binary(request, body), circumstances));
            });
        }
    }

    @ExceptionHandler
    ResponseEntity<?> refused(RejectedRequest request) {
        metrics.count(request.rejection());
        return VerdictAnswers.of(request);
    }

    private ResponseEntity<?> batch(List<JsonNode> events, Circumstances circumstances, Quota quota) {
        quota.charge(Math.max(0, events.size() - 1));
        List<Verdict> verdicts = ingest.takeAll(events, circumstances);
        verdicts.forEach(metrics::count);
        return VerdictAnswers.of(verdicts);
    }

    private ResponseEntity<?> single(Verdict verdict) {
        metrics.count(verdict);
        return VerdictAnswers.of(verdict);
    }

    private long limit(ContentMode mode) {
        return switch (mode) {
            case STRUCTURED, BINARY -> settings.maxEventBytes().toBytes();
            case BATCH -> settings.maxBatchBytes().toBytes();
        };
    }
}
