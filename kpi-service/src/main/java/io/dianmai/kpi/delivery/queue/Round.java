package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.DeliveryTarget;

/**
 * A courier's turn at a target.
 *
 * @param token of its lease
 * @param queue as it was when the lease was taken or prolonged
 */
record Round(DeliveryTarget target, Channel channel, String token, Queue queue) {}
