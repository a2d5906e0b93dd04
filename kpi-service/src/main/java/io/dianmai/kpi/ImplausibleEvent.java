package io.dianmai.kpi;

import java.time.Instant;

/** An event that reads well but cannot be true. Its message says why and never quotes personal data. */
public final class ImplausibleEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

    public ImplausibleEvent(String reason) {
        super(reason);
    }

    /** Refuses a time before the year 2000 or after 2100. */
    public static void unlessInRange(Instant time, String name) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new ImplausibleEvent(name + " is not between the years 2000 and 2100");
        }
    }
}
