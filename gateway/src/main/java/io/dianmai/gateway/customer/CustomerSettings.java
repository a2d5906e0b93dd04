package io.dianmai.gateway.customer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are erased.
 *
 * @param secondLook how long after the first round it is looked for what was still on its way: longer than services
 *     usually lag behind Kafka
 * @param retry after a service did not answer
 * @param lease how long an instance is believed to be at work on a round
 */
@ConfigurationProperties("dianmai.customers")
record CustomerSettings(
        @DefaultValue("15m") Duration secondLook,
        @DefaultValue("30s") Duration retry,
        @DefaultValue("10m") Duration lease) {}
