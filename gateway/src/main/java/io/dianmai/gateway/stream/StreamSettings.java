package io.dianmai.gateway.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the live stream, {@code dianmai.stream.*}.
 *
 * @param heartbeat how often something is sent when nothing happens, so that dead connections are found
 * @param longest after this a stream is ended and the browser comes back with fresh credentials
 * @param mostStreams open at once on one instance; fewer than {@code server.tomcat.max-connections}, and see {@link #within}
 * @param backlog events that may wait for a slow client before it is dropped
 * @param replayed events kept for clients that come back with {@code Last-Event-ID}
 */
@Validated
@ConfigurationProperties("dianmai.stream")
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("1500") @Min(1) int mostStreams,
        @DefaultValue("2000") @Min(10) int backlog,
        @DefaultValue("2000") @Min(10) int replayed) {
    /** Buffers of its connection, the stack of its thread, what waits for it: measured with a thousand of them. */
    private static final int BYTES_OF_A_STREAM = 110 * 1024;
    /** What everything else takes under load, the same way. */
    private static final long BYTES_OF_ALL_ELSE = 110L * 1024 * 1024;

    /** The same, with no more streams than a heap of so many bytes has room for; one more must not end the process. */
    StreamSettings within(long heapBytes) {
        long room = Math.max(1, (heapBytes - BYTES_OF_ALL_ELSE) / BYTES_OF_A_STREAM);
        return new StreamSettings(heartbeat, longest, (int) Math.min(mostStreams, room), backlog, replayed);
    }
}
