package io.dianmai.followup.day;

import java.time.Instant;
import java.util.List;

/**
 * Whom an advisor has to contact, each list in order of due time. Each task is in one of the first three lists; the others show
 * some of them again.
 *
 * @param overdue lapsed
 * @param today due later today, as the day is at the store
 * @param next the first of what is due on another day
 * @param newLeads waiting for the first response
 * @param appointments agreed with the customer for today
 * @param aboutToBeRecalled without an effective contact for so long that the lead is soon recalled
 */
record MyDay(
        Instant asOf,
        DayCounts counts,
        List<DayTask> overdue,
        List<DayTask> today,
        List<DayTask> next,
        List<DayTask> newLeads,
        List<DayTask> appointments,
        List<DayTask> aboutToBeRecalled) {}
