package io.dianmai.gateway.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A budget of memory for bodies that are being read or worked on, so that it stays bounded whatever arrives. One client
 * gets at most half of it: it cannot lock out the others.
 */
final class BytesInFlight {
    private static final int CLIENTS_SHARE = 2;

    private final Semaphore free;
    private final int mostOfOne;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    BytesInFlight(long budget) {
        free = new Semaphore(Math.toIntExact(budget));
        mostOfOne = free.availablePermits() / CLIENTS_SHARE;
    }

    Lease open(String client) {
        return new Lease(client);
    }

    int available() {
        return free.availablePermits();
    }

    /** What one request holds of the budget; closing it gives everything back. Used by one thread. */
    final class Lease implements AutoCloseable {
        private final String client;
        private int bytes;

        private Lease(String client) {
            this.client = client;
        }

        /** Takes {@code more} bytes, or refuses the request as one too many. */
        void grow(int more) {
            if (!free.tryAcquire(more)) {
                throw busy();
            }
            bytes += more;
            if (held.merge(client, more, Integer::sum) > mostOfOne) {
                throw busy();
            }
        }

        @Override
        public void close() {
            free.release(bytes);
            held.computeIfPresent(client, (_, all) -> all > bytes ? all - bytes : null);
            bytes = 0;
        }

        private static RejectedRequest busy() {
            return new RejectedRequest(
                    IngestProblem.INGEST_BUSY, "Too many requests are being worked on. Send this one again later.");
        }
    }
}
