package io.dianmai.kpi.clock;

/** What an event says of one clock. */
record Heard(String deadlineId, String storeId, ClockFact fact) {}
