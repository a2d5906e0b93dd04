package io.dianmai.kit.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that is said about policies, by kind, scope and effective date. Never changes: a change is another book. */
final class PolicyBook implements Policies {
    private final long version;
    private final Map<String, Map<PolicyScope, Timeline>> byKind;
    private final Function<String, Place> places;

    private PolicyBook(long version, Map<String, Map<PolicyScope, Timeline>> byKind, Function<String, Place> places) {
        this.version = version;
        this.byKind = byKind;
        this.places = places;
    }

    static PolicyBook of(long version, Collection<PolicyHistory> said, Function<String, Place> places) {
        Map<String, Map<PolicyScope, Timeline>> byKind = new HashMap<>();
        said.forEach(history -> byKind.computeIfAbsent(history.key().kind(), _ -> new HashMap<>())
                .put(history.key().scope(), history.timeline()));
        return new PolicyBook(version, byKind, places);
    }

    /** What it would be if this held as well, from that time on; nothing is changed. */
    PolicyBook with(PolicyKey key, Object policy, Instant from) {
        Map<String, Map<PolicyScope, Timeline>> changed = new HashMap<>(byKind);
        Map<PolicyScope, Timeline> ofKind = new HashMap<>(byKind.getOrDefault(key.kind(), Map.of()));
        ofKind.put(key.scope(), timeline(key).with(policy, from));
        changed.put(key.kind(), ofKind);
        return new PolicyBook(version, changed, places);
    }

    /** Grows with each change, and is the same on every instance that has heard the same. */
    long version() {
        return version;
    }

    @Override
    public <T> T of(PolicyKind<T> kind, String storeId, Instant at) {
        return byKind.containsKey(kind.name())
                ? kind.type().cast(holding(kind, places.apply(storeId), at).policy())
                : kind.shipped();
    }

    /** What holds at a place, and why. */
    Holding holding(PolicyKind<?> kind, Place place, Instant at) {
        return place.scopes().stream()
                .flatMap(scope -> said(new PolicyKey(kind.name(), scope), at).stream())
                .findFirst()
                .orElseGet(() -> Holding.shipped(kind, timeline(groupOf(kind)), at));
    }

    /** What holds in a scope by its own right; in the whole group something always does. */
    Optional<Holding> holding(PolicyKind<?> kind, PolicyScope scope, Instant at) {
        Optional<Holding> said = said(new PolicyKey(kind.name(), scope), at);
        return said.isPresent() || !scope.equals(PolicyScope.group())
                ? said
                : Optional.of(Holding.shipped(kind, timeline(groupOf(kind)), at));
    }

    /** What is said for then and there. */
    private Optional<Holding> said(PolicyKey key, Instant at) {
        Timeline timeline = timeline(key);
        return timeline.at(at).map(since -> Holding.of(key, since, timeline));
    }

    /** All scopes that say something about a kind then, the less specific ones first, the group always. */
    List<Holding> holdings(PolicyKind<?> kind, Instant at) {
        Map<PolicyScope, Timeline> said = new HashMap<>(byKind.getOrDefault(kind.name(), Map.of()));
        said.putIfAbsent(PolicyScope.group(), Timeline.EMPTY);
        return said.keySet().stream()
                .sorted(PolicyScope.ORDER)
                .flatMap(scope -> holding(kind, scope, at).stream())
                .toList();
    }

    Timeline timeline(PolicyKey key) {
        return byKind.getOrDefault(key.kind(), Map.of()).getOrDefault(key.scope(), Timeline.EMPTY);
    }

    private static PolicyKey groupOf(PolicyKind<?> kind) {
        return new PolicyKey(kind.name(), PolicyScope.group());
    }
}
