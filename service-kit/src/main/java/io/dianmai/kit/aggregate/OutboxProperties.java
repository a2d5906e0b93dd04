package io.dianmai.kit.aggregate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox.
 *
 * @param sweepInterval how often documents are looked for whose events were not sent: after a crash, or after Kafka
 *     was away
 * @param sweepAge how long events may be pending before a sweep takes them up
 * @param sweepLimit documents taken up by one sweep
 */
@ConfigurationProperties("dianmai.outbox")
record OutboxProperties(
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("5s") Duration sweepAge,
        @DefaultValue("2000") int sweepLimit) {}
