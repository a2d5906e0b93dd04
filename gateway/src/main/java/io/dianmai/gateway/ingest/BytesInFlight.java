package io.dianmai.gateway.ingest;

import java.util.concurrent.Semaphore;

/** A budget of memory for bodies that are being read or worked on, so that it stays bounded whatever arrives. */
final class BytesInFlight {
    private final Semaphore free;

    BytesInFlight(long budget) {
        free = new Semaphore(Math.toIntExact(budget));
    }

    Lease open() {
        return new Lease();
    }

    int available() {
        return free.availablePermits();
    }

    /** What one request holds of the budget; closing it gives everything back. Used by one thread. */
    final class Lease implements AutoCloseable {
        private int held;

        /** Takes {@code bytes} more, or refuses the request as one too many. */
        void grow(int bytes) {
            if (!free.tryAcquire(bytes)) {
                throw new RejectedRequest(
                        IngestProblem.INGEST_BUSY, "Too many requests are being worked on. Send this one again later.");
            }
            held += bytes;
        }

        @Override
        public void close() {
            free.release(held);
            held = 0;
        }
    }
}
