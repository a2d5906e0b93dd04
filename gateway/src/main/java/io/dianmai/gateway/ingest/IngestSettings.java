package io.dianmai.gateway.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the door, {@code dianmai.ingest.*}.
 *
 * @param maxEventBytes largest body that holds one event, after inflation
 * @param maxBatchBytes largest body that holds a batch, after inflation
 * @param maxBatchEvents most events in a batch
 * @param maxBytesInFlight bytes of all bodies being worked on at once, of which one client may have half; beyond it
 *     callers are told to come back
 * @param bodyTimeout how long a body may take to come
 * @param maxAhead how far in the future an event's time may lie, for clocks that run ahead
 * @param earliest events from before are refused as typing errors
 * @param remembered how many accepted events are kept in memory to recognise repeats without writing them again
 * @param deliveryTimeout how long Kafka may take to confirm an event
 * @param maxBlock how long a request may wait for Kafka to be reachable at all
 */
@Validated
@ConfigurationProperties("dianmai.ingest")
record IngestSettings(
        @DefaultValue("1MB") DataSize maxEventBytes,
        @DefaultValue("8MB") DataSize maxBatchBytes,
        @DefaultValue("1000") @Min(1) @Max(10_000) int maxBatchEvents,
        @DefaultValue("16MB") DataSize maxBytesInFlight,
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue("5m") Duration maxAhead,
        @DefaultValue("2000-01-01T00:00:00Z") Instant earliest,
        @DefaultValue("100000") @Min(1) @Max(10_000_000) int remembered,
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue("2s") Duration maxBlock) {}
