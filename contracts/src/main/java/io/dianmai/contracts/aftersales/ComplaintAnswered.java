package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;

/**
 * The customer was answered.
 *
 * @param onTime not after the {@code answerDueAt} of its opening
 */
@EventType("dianmai.aftersales.complaint-answered.v1")
public record ComplaintAnswered(JobDimensions dimensions, ComplaintCategory category, boolean onTime)
        implements ComplaintEvent {}
