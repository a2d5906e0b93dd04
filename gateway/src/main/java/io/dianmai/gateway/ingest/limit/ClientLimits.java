package io.dianmai.gateway.ingest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The quotas of all clients on this instance. Several instances do not know of each other: a client that spreads its
 * requests over two of them may send twice as much.
 */
public final class ClientLimits {
    /** How long it takes at most until an instance follows what HQ has set. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ClientLimits.class);
    private static final int CLIENTS = 100_000;
    private static final Duration MEMORY = Duration.ofHours(1);

    private final Cache<String, Quota> quotas =
            Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(MEMORY).build();
    private final Function<String, Optional<EventRate>> exceptions;
    private final EventRate usual;
    private final MeterRegistry meters;
    private final LongSupplier nanoTime;

    ClientLimits(
            Function<String, Optional<EventRate>> exceptions,
            LimitSettings settings,
            MeterRegistry meters,
            LongSupplier nanoTime) {
        this.exceptions = exceptions;
        this.usual = settings.rate();
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    /** Of a client, or of whoever else may send events. */
    public Quota of(String client) {
        long now = nanoTime.getAsLong();
        Quota quota = quotas.get(client, _ -> fresh(client, now));
        if (quota.isReadBefore(now - FRESH.toNanos())) {
            quota.read(rate(client, quota.rate()), now);
        }
        return quota;
    }

    private Quota fresh(String client, long now) {
        EventRate rate = rate(client, usual);
        return new Quota(new TokenBucket(rate, nanoTime), rate, now, () -> refusals(client));
    }

    private EventRate rate(String client, EventRate otherwise) {
        try {
            return exceptions.apply(client).orElse(usual);
        } catch (DataAccessException away) {
            LOG.warn("limits of clients cannot be read, what was known of them holds on: {}", away.toString());
            return otherwise;
        }
    }

    private Counter refusals(String client) {
        return Counter.builder("dianmai.ingest.limited")
                .description("Requests refused because their client had sent too many events")
                .tag("client", client)
                .register(meters);
    }
}
