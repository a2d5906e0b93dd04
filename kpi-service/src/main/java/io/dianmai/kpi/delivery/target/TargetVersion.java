package io.dianmai.kpi.delivery.target;

import io.dianmai.kpi.delivery.DeliveryTarget;

/** A target and how often it was changed, from 1. */
public record TargetVersion(DeliveryTarget target, long revision) {}
