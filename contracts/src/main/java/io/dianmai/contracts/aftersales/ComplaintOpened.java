package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import java.time.Instant;

/**
 * 投诉.
 *
 * @param answerDueAt 30 minutes later by default
 * @param resolveDueAt 24 hours later by default
 */
@EventType("dianmai.aftersales.complaint-opened.v1")
public record ComplaintOpened(
        JobDimensions dimensions, ComplaintCategory category, Instant answerDueAt, Instant resolveDueAt)
        implements ComplaintEvent {}
