package io.dianmai.kit.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy that holds.
 *
 * @param from null for what ships
 * @param until another one, or none, holds from then on; null for no end
 */
public record Holding(
        PolicyKey key,
        Object policy,
        @Nullable Instant from,
        @Nullable Instant until) {

    static Holding of(PolicyKey key, Timeline.Since since, Timeline timeline) {
        return new Holding(key, since.policy(), since.from(), timeline.changeAfter(since.from()));
    }

    static Holding shipped(PolicyKind<?> kind, Timeline group, Instant at) {
        PolicyKey key = new PolicyKey(kind.name(), PolicyScope.group());
        return new Holding(key, kind.shipped(), null, group.changeAfter(at));
    }
}
