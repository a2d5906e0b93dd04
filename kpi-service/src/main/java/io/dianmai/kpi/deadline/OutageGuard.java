package io.dianmai.kpi.deadline;

/**
 * Whether a store that seems silent is: the services have made events of all that the door had accepted, and these have
 * been counted here. A service that is down must not make its stores look silent. Asked only while a store seems so.
 */
final class OutageGuard {
    /** How long an answer holds. */
    private static final long VALID_MILLIS = 4_000;
    /** How often the broker is asked at most, and for how long after somebody wanted to know. */
    private static final long STEP_MILLIS = 500;

    private static final long INTEREST_MILLIS = 5_000;

    private final Backlogs backlogs;
    private final int partition;
    private CatchUpGate services;
    private CatchUpGate engine;
    private long wantedAt;
    private long steppedAt;
    private long validUntil;

    OutageGuard(Backlogs backlogs, int partition) {
        this.backlogs = backlogs;
        this.partition = partition;
        services = new CatchUpGate(backlogs.services(), partition);
        engine = new CatchUpGate(backlogs.engine(), partition);
    }

    /** Whether nothing that was told is missing here; if that is not known yet, finds it out at the next ticks. */
    boolean nothingMissing(long now) {
        wantedAt = now;
        tick(now);
        return isValid(now);
    }

    /** Goes on with finding it out, as long as somebody wants to know. */
    void tick(long now) {
        boolean wanted = now - wantedAt <= INTEREST_MILLIS && !isValid(now);
        if (wanted && Math.abs(now - steppedAt) >= STEP_MILLIS) {
            steppedAt = now;
            step(now);
        }
    }

    private void step(long now) {
        // In this order: what the services have just made of the facts is written before the engine's inputs are looked
        // at.
        if (services.isOpen(now) && engine.isOpen(now)) {
            validUntil = now + VALID_MILLIS;
            services = new CatchUpGate(backlogs.services(), partition);
            engine = new CatchUpGate(backlogs.engine(), partition);
        }
    }

    private boolean isValid(long now) {
        return now < validUntil && now >= validUntil - VALID_MILLIS;
    }
}
