package io.dianmai.gateway.ingest;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.ingest.Ingest.Circumstances;
import io.dianmai.kit.observe.TraceContext;
import io.dianmai.kit.security.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/store-events}: facts in, verdicts out. */
@RestController
class StoreEventsController {
    private final Ingest ingest;
    private final IngestSettings settings;
    private final BytesInFlight bytes;
    private final IngestMetrics metrics;
    private final TraceContext traces;

    StoreEventsController(
            Ingest ingest, IngestSettings settings, BytesInFlight bytes, IngestMetrics metrics, TraceContext traces) {
        this.ingest = ingest;
        this.settings = settings;
        this.bytes = bytes;
        this.metrics = metrics;
        this.traces = traces;
    }

    @PostMapping("/api/store-events")
    ResponseEntity<?> take(
            HttpServletRequest request,
            Viewer sender,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun)
            throws IOException {
        sender.require(Role.STORE_SYSTEM, Role.OPERATIONS);
        ContentMode mode = ContentMode.of(request);
        var circumstances = new Circumstances(sender, traces.currentTraceParent(), dryRun);
        try (var lease = bytes.open()) {
            byte[] body = BodyReader.read(request, limit(mode), lease);
            return metrics.timed(() -> switch (mode) {
                case BATCH -> batch(body, circumstances);
                case STRUCTURED -> single(ingest.take(EventParser.structured(body), circumstances));
                case BINARY -> single(ingest.take(EventParser.binary(request, body), circumstances));
            });
        }
    }

    @ExceptionHandler
    ResponseEntity<?> refused(RejectedRequest request) {
        metrics.count(request.rejection());
        return VerdictAnswers.problem(request.rejection());
    }

    private ResponseEntity<?> batch(byte[] body, Circumstances circumstances) {
        List<Verdict> verdicts = ingest.takeAll(EventParser.batch(body, settings.maxBatchEvents()), circumstances);
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
