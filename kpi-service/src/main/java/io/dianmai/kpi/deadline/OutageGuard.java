package io.dianmai.kpi.deadline;

/**
 * Whether a store that seems silent is: the services have made events of all that the door had accepted, and these have
 * been counted here. A service that is down must not make its stores look silent. Asked only while a store seems so.
 */
final class OutageGuard {
    /** How long an answer holds. */
    private static final long VALID_MILLIS = 4_000;

    private final Backlogs backlogs;
    private final int partition;
    private CatchUpGate services;
    private CatchUpGate engine;
    private boolean asked;
    private long validUntil;

    OutageGuard(Backlogs backlogs, int partition) {
        this.backlogs = backlogs;
        this.partition = partition;
        services = new CatchUpGate(backlogs.services(), partition);
        engine = new CatchUpGate(backlogs.engine(), partition);
    }

    /** Whether nothing that was told is missing here; if that is not known yet, finds it out at the next ticks. */
    boolean nothingMissing(long now) {
        if (!isValid(now)) {
            asked = true;
            tick(now);
        }
        return isValid(now);
    }

    /** Goes on with finding it out. */
    void tick(long now) {
        // In this order: what the services have just made of the facts is written before the engine's inputs are looked at.
        if (asked && services.isOpen(now) && engine.isOpen(now)) {
            asked = false;
            validUntil = now + VALID_MILLIS;
            services = new CatchUpGate(backlogs.services(), partition);
            engine = new CatchUpGate(backlogs.engine(), partition);
        }
    }

    private boolean isValid(long now) {
        return now < validUntil && now > validUntil - 2 * VALID_MILLIS;
    }
}
