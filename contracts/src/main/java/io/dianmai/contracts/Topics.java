package io.dianmai.contracts;

import java.util.List;

/** The Kafka topics, named once. Key of every record: the store id. All have the same number of partitions. */
public final class Topics {
    /** Facts pushed by store systems, as accepted at the door. */
    public static final String STORE_EVENTS = "store-events";
    /** Facts that a service refused for a business reason, with the reason. */
    public static final String STORE_EVENTS_REJECTED = "store-events.rejected";

    public static final String LEAD_EVENTS = "lead-events";
    public static final String FOLLOWUP_EVENTS = "followup-events";
    public static final String AFTERSALES_EVENTS = "aftersales-events";
    /** Compacted: the last snapshot of every store. */
    public static final String ORG_EVENTS = "org-events";

    /** What people do about running deadlines. */
    public static final String DEADLINE_EVENTS = "deadline-events";

    public static final String REMINDERS = "reminders";

    /** Entries on their way to the audit log. */
    public static final String AUDIT_LOG = "audit-log";

    /** Compacted: the last row of counters per store and period. Keyed by row, placed by store. */
    public static final String KPI_ROWS = "kpi-rows";

    /** Topics of events and facts, whose records carry an {@link Envelope}. */
    public static final List<String> ENVELOPED = List.of(
            STORE_EVENTS,
            LEAD_EVENTS,
            FOLLOWUP_EVENTS,
            AFTERSALES_EVENTS,
            ORG_EVENTS,
            DEADLINE_EVENTS,
            REMINDERS,
            AUDIT_LOG);

    private Topics() {}

    /** Where records of {@code topic} go that could not be processed, with the reason in their headers. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
