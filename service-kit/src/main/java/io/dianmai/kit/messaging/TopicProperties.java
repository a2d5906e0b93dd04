package io.dianmai.kit.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made.
 *
 * @param partitions of every topic: the ceiling of how many instances of a service share the work; never changed under
 *     a running group
 * @param replicas copies of every partition; 1 on a single broker, 3 in production
 * @param factsKept how long facts stay in their topics, refused and undecodable ones too: the only topics that hold
 *     personal data, sealed. An hour at least, and longer than any service may be away
 */
@Validated
@ConfigurationProperties("dianmai.topics")
public record TopicProperties(
        @DefaultValue("6") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) @Max(5) short replicas,
        @DefaultValue("30d") Duration factsKept) {
    public TopicProperties {
        if (factsKept.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("dianmai.topics.facts-kept must be an hour at least");
        }
    }

    /** When at the latest a fact is gone that is accepted now: topics are cleared in pieces, some minutes late. */
    public Duration factsGoneAfter() {
        return factsKept.plus(piece()).plus(Duration.ofHours(1));
    }

    /** The span of facts that is dropped at one time. */
    Duration piece() {
        Duration quarter = factsKept.dividedBy(4);
        return quarter.compareTo(Duration.ofDays(1)) < 0 ? quarter : Duration.ofDays(1);
    }
}
