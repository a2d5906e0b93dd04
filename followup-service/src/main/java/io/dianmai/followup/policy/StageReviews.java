package io.dianmai.followup.policy;

import io.dianmai.contracts.lead.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 15/30/60 天跟踪: on which days a digital lead that has not visited is looked at.
 *
 * @param channels which leads are digital
 * @param days from registration, rising
 */
public record StageReviews(Set<Channel> channels, List<Integer> days) {
    public StageReviews {
        channels = Set.copyOf(channels);
        days = List.copyOf(days);
    }

    /** The first of these days after an instant. */
    public Optional<Instant> next(Channel channel, Instant registeredAt, Instant after) {
        return channels.contains(channel)
                ? days.stream()
                        .map(day -> registeredAt.plus(Duration.ofDays(day)))
                        .filter(day -> day.isAfter(after))
                        .findFirst()
                : Optional.empty();
    }
}
