package io.dianmai.kit.policy;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.kit.test.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Instances of a service on one document store, in a group of three stores. */
public final class PolicyFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");
    static final Duration FULL = Duration.ofSeconds(30);

    private static final List<StorePublished> STORES = List.of(
            store("s1", "fuyue", Tier.MID), store("s2", "fuyue", Tier.MID), store("s9", "beichen", Tier.PREMIUM));

    public final MemoryStore store = new MemoryStore();
    public final MutableClock clock = new MutableClock(NOW);
    final PolicyKinds kinds = new PolicyKinds(List.of(Patience.KIND));
    final PolicyArchive archive = new PolicyArchive(store.mongo(), kinds);

    StoredPolicies instance() {
        return instance(new SimpleMeterRegistry());
    }

    StoredPolicies instance(MeterRegistry meters) {
        return new StoredPolicies(
                archive,
                kinds,
                id -> places().find(id).orElseGet(() -> Place.unknown(id)),
                new PolicyMetrics(meters, clock),
                FULL,
                clock);
    }

    /** A desk whose preview tells how patient a store would be. */
    public PolicyDesk desk(StoredPolicies policies) {
        return new PolicyDesk(archive, policies, kinds, List.of(new ForesightOfS1()));
    }

    /** A desk of an instance of its own. */
    public PolicyDesk desk() {
        return desk(instance());
    }

    public PolicyPlaces places() {
        return new PolicyPlaces(() -> STORES);
    }

    private static final class ForesightOfS1 implements PolicyPreview<Patience> {
        @Override
        public PolicyKind<Patience> kind() {
            return Patience.KIND;
        }

        @Override
        public Object of(Draft<Patience> draft, Viewer viewer) {
            return Map.of(
                    "before",
                            draft.now()
                                    .of(Patience.KIND, "s1", draft.effectiveFrom())
                                    .days(),
                    "after",
                            draft.then()
                                    .of(Patience.KIND, "s1", draft.effectiveFrom())
                                    .days());
        }
    }

    private static StorePublished store(String id, String brand, Tier tier) {
        var closed = new BusinessHours(Map.of(), Set.of(), Map.of());
        return new StorePublished(
                id, id, "r", "r", brand, brand, tier, "Asia/Shanghai", 1, 1, closed, List.of(), List.of());
    }

    @Override
    public void close() {
        store.close();
    }
}
