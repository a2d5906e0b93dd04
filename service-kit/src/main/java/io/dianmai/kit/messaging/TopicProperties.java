package io.dianmai.kit.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made.
 *
 * @param partitions of every topic: the ceiling of how many instances of a service share the work; never changed under
 *     a running group
 * @param replicas copies of every partition; 1 on a single broker, 3 in production
 */
@Validated
@ConfigurationProperties("dianmai.topics")
public record TopicProperties(
        @DefaultValue("6") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) @Max(5) short replicas) {}
