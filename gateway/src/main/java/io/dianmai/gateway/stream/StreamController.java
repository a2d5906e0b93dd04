package io.dianmai.gateway.stream;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/stream}: Server-Sent Events. The request's own virtual thread writes until the client leaves, so that
 * leaving, however it happens, frees everything at the next write.
 */
@RestController
class StreamController {
    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OPENING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final LiveHub hub;
    private final StreamSettings settings;

    StreamController(LiveHub hub, StreamSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            Viewer viewer,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        Subscription subscription = hub.subscribe(viewer, lastEventId)
                .orElseThrow(() -> ProblemException.unavailable("Too many streams are open here.", COME_BACK));
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Proxies that collect answers before they pass them on would hold the events back.
            response.setHeader("X-Accel-Buffering", "no");
            write(subscription, response);
        } catch (IOException gone) {
            LOG.debug("a viewer left: {}", gone.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            hub.unsubscribe(subscription);
        }
    }

    private void write(Subscription subscription, HttpServletResponse response)
            throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        out.write(OPENING);
        // A client is to know at once that it is heard, however quiet the group is.
        response.flushBuffer();
        long end = System.nanoTime() + settings.longest().toNanos();
        while (!subscription.ended() && System.nanoTime() < end) {
            byte[] bytes = subscription.next(settings.heartbeat());
            out.write(bytes == null ? HEARTBEAT : bytes);
            if (subscription.isDrained()) {
                response.flushBuffer();
            }
        }
    }
}
