package io.dianmai.kpi.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready while the engine processes; a rebalance is forgiven if it is short. */
final class EngineHealth implements HealthIndicator {
    static final Duration SHORT = Duration.ofSeconds(10);

    private final StreamsEngine engine;
    private final Clock clock;

    EngineHealth(StreamsEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Health health() {
        StreamsEngine.Condition condition = engine.condition();
        boolean healthy = switch (condition.state()) {
            case RUNNING -> true;
            case REBALANCING ->
                condition.hasRun() && clock.instant().isBefore(condition.since().plus(SHORT));
            case CREATED, PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
        return (healthy ? Health.up() : Health.outOfService())
                .withDetail("state", condition.state())
                .withDetail("since", condition.since())
                .build();
    }
}
