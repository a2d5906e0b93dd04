package io.dianmai.gateway.stream;

import io.dianmai.kit.security.Viewer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open stream: what its viewer may see waits here to be written. */
final class Subscription {
    private final Viewer viewer;
    private final BlockingQueue<byte[]> waiting;
    private volatile boolean ended;

    Subscription(Viewer viewer, int backlog) {
        this.viewer = viewer;
        this.waiting = new LinkedBlockingQueue<>(backlog);
    }

    Viewer viewer() {
        return viewer;
    }

    /** Ended streams write nothing more; the client comes back and starts afresh. */
    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
        // Wakes whoever waits; when the queue is full nobody does.
        waiting.offer(new byte[0]);
    }

    /** Queues an event of the viewer's. A client too slow to take it is dropped. */
    boolean offer(Frame frame) {
        return !frame.event().concerns(viewer) || offer(frame.bytes());
    }

    boolean offer(byte[] bytes) {
        boolean queued = waiting.offer(bytes);
        if (!queued) {
            ended = true;
        }
        return queued;
    }

    /** The next bytes to write, or null when nothing has come up for so long. */
    byte @Nullable [] next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether nothing more waits: the moment to flush. */
    boolean isDrained() {
        return waiting.isEmpty();
    }
}
