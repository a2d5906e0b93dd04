package io.dianmai.gateway.ingest.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/** Limits of 10 events a second and 1,000 at once, with a time and exceptions that a test sets. */
public final class TestLimits {
    private final Map<String, EventRate> exceptions = new HashMap<>();
    private final ClientLimits clients;
    private long nanos = 1;
    private boolean storeAway;

    public TestLimits(MeterRegistry meters) {
        clients = new ClientLimits(this::exception, new LimitSettings(10, 1_000), meters, () -> nanos);
    }

    public ClientLimits clients() {
        return clients;
    }

    public void pass(Duration time) {
        nanos += time.toNanos();
    }

    public void allow(String client, int perSecond, int burst) {
        exceptions.put(client, new EventRate(perSecond, burst));
    }

    void storeIsAway(boolean away) {
        storeAway = away;
    }

    private Optional<EventRate> exception(String client) {
        if (storeAway) {
            throw new DataAccessResourceFailureException("not there");
        }
        return Optional.ofNullable(exceptions.get(client));
    }
}
