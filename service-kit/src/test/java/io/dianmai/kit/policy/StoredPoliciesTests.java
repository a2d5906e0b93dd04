package io.dianmai.kit.policy;

import static io.dianmai.kit.policy.PolicyFixture.FULL;
import static io.dianmai.kit.policy.PolicyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.policy.PolicyHistory.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances on one document store. */
class StoredPoliciesTests {
    private static final PolicyKey GROUP = key(PolicyScope.group());

    private final PolicyFixture fixture = new PolicyFixture();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private boolean isOpen = true;

    @AfterEach
    void close() {
        if (isOpen) {
            fixture.close();
        }
    }

    @Test
    void whatShipsHoldsWhereNothingIsSaid() {
        StoredPolicies policies = fixture.instance();
        assertThat(policies.of(Patience.KIND, "s1", NOW)).isSameAs(Patience.SHIPPED);
        assertThat(Policies.shipped().of(Patience.KIND, "s1", NOW)).isSameAs(Patience.SHIPPED);
        say(key(new PolicyScope.Store("s1")), 1, NOW);
        policies.refresh();
        assertThat(policies.of(Patience.KIND, "s2", NOW)).isSameAs(Patience.SHIPPED);
        assertThat(policies.of(Patience.KIND, "never-heard-of", NOW)).isSameAs(Patience.SHIPPED);
    }

    @Test
    void theMostSpecificScopeWinsAndEachHoldsFromItsInstantOn() {
        say(GROUP, 20, NOW);
        say(key(new PolicyScope.OfTier(Tier.MID)), 21, NOW);
        say(key(new PolicyScope.Brand("fuyue")), 22, NOW.plusMillis(1));
        say(key(new PolicyScope.Store("s1")), 23, NOW.plusMillis(2));
        StoredPolicies policies = fixture.instance();

        assertThat(days(policies, "s1", NOW.minusMillis(1))).isEqualTo(30);
        assertThat(days(policies, "s1", NOW)).isEqualTo(21);
        assertThat(days(policies, "s1", NOW.plusMillis(1))).isEqualTo(22);
        assertThat(days(policies, "s1", NOW.plusMillis(2))).isEqualTo(23);
        assertThat(days(policies, "s2", NOW.plusMillis(2))).isEqualTo(22);
        assertThat(days(policies, "s9", NOW.plusMillis(2))).isEqualTo(20);
    }

    @Test
    void aChangeReachesTheOtherInstanceAsOneNewSnapshot() {
        StoredPolicies mine = fixture.instance();
        StoredPolicies theirs = fixture.instance(meters);
        PolicyBook before = theirs.current();

        assertThat(fixture.desk(mine).record(GROUP, put(7, NOW), 0)).isInstanceOf(Outcome.Said.class);
        assertThat(days(mine, "s1", NOW)).isEqualTo(7);
        assertThat(theirs.current()).isSameAs(before);
        theirs.refresh();
        assertThat(days(theirs, "s1", NOW)).isEqualTo(7);
        assertThat(theirs.current().version())
                .isEqualTo(mine.current().version())
                .isGreaterThan(before.version());
        assertThat(meters.get("dianmai.policies.version").gauge().value())
                .isEqualTo((double) mine.current().version());
    }

    @Test
    void withoutNewsNothingIsReadAndNothingIsAnotherSnapshot() {
        StoredPolicies policies = fixture.instance();
        PolicyBook before = policies.current();
        fixture.clock.advance(FULL.minusMillis(1));
        policies.refresh();
        fixture.clock.advance(FULL);
        policies.refresh();
        assertThat(policies.current()).isSameAs(before);
    }

    @Test
    void whatAnInstanceDidNotLiveToTellIsFoundByTheFullLook() {
        say(GROUP, 7, NOW);
        StoredPolicies policies = fixture.instance();
        fixture.store.mongo().getCollection(PolicyArchive.COLLECTION).deleteMany(new Document());

        fixture.clock.advance(FULL.minusMillis(1));
        policies.refresh();
        assertThat(days(policies, "s1", NOW)).isEqualTo(7);
        fixture.clock.advance(Duration.ofMillis(1));
        policies.refresh();
        assertThat(days(policies, "s1", NOW)).isEqualTo(30);
    }

    @Test
    void whileTheStoreIsAwayTheLastKnownHoldAndItShows() {
        say(GROUP, 7, NOW);
        StoredPolicies policies = fixture.instance(meters);
        fixture.close();
        isOpen = false;
        fixture.clock.advance(Duration.ofSeconds(90));
        policies.refresh();

        assertThat(days(policies, "s1", NOW)).isEqualTo(7);
        assertThat(meters.get("dianmai.policies.refresh.failures").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("dianmai.policies.age").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(90);
        assertThatThrownBy(fixture::instance).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTheRestHolds() {
        say(key(new PolicyScope.Store("s1")), 5, NOW);
        say(GROUP, 7, NOW);
        fixture.store
                .mongo()
                .getCollection(PolicyArchive.COLLECTION)
                .updateOne(
                        new Document("_id", "patience|group"),
                        new Document("$set", new Document("changes.0.policy", "{\"days\":\"many\"}")));
        StoredPolicies policies = fixture.instance(meters);

        assertThat(days(policies, "s1", NOW)).isEqualTo(5);
        assertThat(days(policies, "s2", NOW)).isEqualTo(30);
        assertThat(meters.get("dianmai.policies.unreadable").gauge().value()).isEqualTo(1);
    }

    @Test
    void everyChangeIsKeptAsItWas() {
        Instant later = NOW.plusSeconds(60);
        List<PolicyChange> changes = List.of(
                put(1, NOW),
                put(2, later),
                new PolicyChange.Cancelled(later, "hq2", NOW),
                new PolicyChange.Ended(later, "hq3", later));
        changes.forEach(change ->
                assertThat(fixture.archive.record(GROUP, change, null)).isInstanceOf(Outcome.Said.class));
        assertThat(fixture.archive.find(GROUP)).isEqualTo(new PolicyHistory(GROUP, changes));
    }

    private void say(PolicyKey key, int days, Instant from) {
        assertThat(fixture.archive.record(key, put(days, from), null)).isInstanceOf(Outcome.Said.class);
    }

    private static int days(Policies policies, String store, Instant at) {
        return policies.of(Patience.KIND, store, at).days();
    }

    private static PolicyKey key(PolicyScope scope) {
        return new PolicyKey(Patience.KIND.name(), scope);
    }

    private static PolicyChange put(int days, Instant from) {
        return new PolicyChange.Put(Patience.of(days), from, "hq", NOW);
    }
}
