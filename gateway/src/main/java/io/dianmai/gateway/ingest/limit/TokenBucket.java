package io.dianmai.gateway.ingest.limit;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tokens that come back at a steady rate until there is a burst of them. It can be overdrawn: how many events a request
 * holds is known only when it was read, and a batch larger than the burst could otherwise never be taken. Who has
 * overdrawn waits until the debt is paid, so that the rate holds in the long run.
 */
final class TokenBucket {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private EventRate rate;
    private double tokens;
    private long countedAt;

    TokenBucket(EventRate rate, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.rate = rate;
        this.tokens = rate.burst();
        this.countedAt = nanoTime.getAsLong();
    }

    /** From now on at this rate; what has come together so far stays, up to the new burst. */
    synchronized void change(EventRate changed) {
        refill();
        rate = changed;
        tokens = Math.min(tokens, changed.burst());
    }

    /** Takes one token, if there is one. */
    synchronized boolean take() {
        refill();
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Takes so many tokens, whether or not they are there. */
    synchronized void overdraw(int more) {
        refill();
        tokens -= more;
    }

    synchronized Standing standing() {
        refill();
        double missing = Math.max(0, 1 - tokens);
        return new Standing(rate, (long) Math.max(0, Math.floor(tokens)), (long) Math.ceil(missing / rate.perSecond()));
    }

    /**
     * How it stands.
     *
     * @param left whole tokens
     * @param pause seconds until there is one
     */
    record Standing(EventRate rate, long left, long pause) {
        boolean isFull() {
            return left >= rate.burst();
        }
    }

    private void refill() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(rate.burst(), tokens + (now - countedAt) / NANOS * rate.perSecond());
        countedAt = now;
    }
}
