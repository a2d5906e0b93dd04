package io.dianmai.followup.web;

import java.util.List;

/**
 * Whom an advisor has to contact, each list in order of due time.
 *
 * @param overdue lapsed
 * @param today due later today, as the day is at the store
 * @param next due on another day
 */
record MyDay(List<FollowUpView> overdue, List<FollowUpView> today, List<FollowUpView> next) {}
