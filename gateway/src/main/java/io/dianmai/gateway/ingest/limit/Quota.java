package io.dianmai.gateway.ingest.limit;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What one client may still send. Shared by all of its requests to this instance. */
public final class Quota {
    private final TokenBucket bucket;
    private final Supplier<Counter> refusals;
    private volatile EventRate rate;
    private volatile long readAt;

    Quota(TokenBucket bucket, EventRate rate, long readAt, Supplier<Counter> refusals) {
        this.bucket = bucket;
        this.rate = rate;
        this.readAt = readAt;
        this.refusals = refusals;
    }

    /** Admits a request, as one event so far, if the client has not used up what it may send. */
    public boolean admit() {
        boolean admitted = bucket.take();
        if (!admitted) {
            refusals.get().increment();
        }
        return admitted;
    }

    /** Counts the other events of a request that turned out to hold more than one. */
    public void charge(int more) {
        bucket.overdraw(more);
    }

    /** Until the next request would be admitted, in whole seconds and at least one. */
    public Duration pause() {
        return Duration.ofSeconds(Math.max(1, bucket.standing().pause()));
    }

    /**
     * The client's policy and where it stands, as the response header fields of draft-ietf-httpapi-ratelimit-headers:
     * one unit is one event, the quota is the burst, the window that in which a whole burst comes back.
     */
    public Map<String, String> headers() {
        TokenBucket.Standing now = bucket.standing();
        String left = "\"events\";r=" + now.left();
        return Map.of(
                "RateLimit-Policy",
                "\"events\";q=" + now.rate().burst() + ";w=" + now.rate().window(),
                "RateLimit",
                now.isFull() ? left : left + ";t=" + Math.max(1, now.pause()));
    }

    boolean isReadBefore(long time) {
        return readAt < time;
    }

    /** What HQ says of the client now. */
    void read(EventRate current, long at) {
        readAt = at;
        if (!current.equals(rate)) {
            rate = current;
            bucket.change(current);
        }
    }

    EventRate rate() {
        return rate;
    }
}
