package io.dianmai.kpi.delivery.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The end of one exchange: then its socket is closed, whatever it is doing. Timeouts of single reads would be no end: a
 * receiver can send a byte each second.
 */
final class Deadline implements AutoCloseable {
    private final Future<?> alarm;
    private final long endNanos;
    private @Nullable Socket socket;
    private volatile boolean over;

    Deadline(ScheduledExecutorService timer, Duration whole) {
        endNanos = System.nanoTime() + whole.toNanos();
        alarm = timer.schedule(this::end, whole.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A lookup, which nothing can interrupt: it is left behind when time is over. */
    interface Lookup<T> {
        T get() throws UnknownHostException;
    }

    <T> T within(Lookup<T> lookup) throws IOException {
        CompletableFuture<T> found = new CompletableFuture<>();
        Thread.ofVirtual().name("delivery-lookup").start(() -> {
            try {
                found.complete(lookup.get());
            } catch (UnknownHostException | RuntimeException failed) {
                found.completeExceptionally(failed);
            }
        });
        try {
            return found.get(left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLate) {
            over = true;
            throw new SocketTimeoutException("the name was not found in time");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof UnknownHostException unknown
                    ? unknown
                    : new IOException("the name cannot be looked up", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service stops");
        }
    }

    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, endNanos - System.nanoTime()));
    }

    boolean isOver() {
        return over;
    }

    /** @throws IOException when time is over already */
    synchronized void guard(Socket opened) throws IOException {
        if (over) {
            opened.close();
            throw new SocketTimeoutException("too late");
        }
        socket = opened;
    }

    private synchronized void end() {
        over = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // It cannot be read from any more, which is what was wanted.
                socket = null;
            }
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
