package io.dianmai.lead.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhoneClaimsTests {
    private static final Instant NOW = Instant.parse("2026-03-10T01:42:10Z");

    private final MemoryStore store = new MemoryStore();
    private final PhoneClaims claims = new PhoneClaims(store.mongo(), Policies.shipped());
    private final LeadAliases aliases = new LeadAliases(store.mongo());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesAPhoneToWhoeverComesFirst() {
        assertThat(claims.claim("h", owner("s1", "l1")).at("s1")).contains(owner("s1", "l1"));
        assertThat(claims.claim("h", owner("s1", "l2")).at("s1")).contains(owner("s1", "l1"));
        assertThat(claims.claim("h", owner("s1", "l1")).at("s1")).contains(owner("s1", "l1"));
    }

    @Test
    void givesItOnceAtAStoreHoweverManyComeAtTheSameMoment() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<PhoneOwners>> race = IntStream.range(0, 64)
                    .<Callable<PhoneOwners>>mapToObj(n -> () -> claims.claim("h", owner("s" + n % 2, "l" + n)))
                    .toList();
            for (Future<PhoneOwners> claimed : threads.invokeAll(race)) {
                assertThat(claimed.get().owners()).isNotEmpty();
            }
        }
        assertThat(claims.find("h").orElseThrow().owners())
                .extracting(Owner::storeId)
                .containsExactlyInAnyOrder("s0", "s1");
    }

    @Test
    void forgetsALeadAndKeepsTheOthers() {
        claims.claim("h", owner("s1", "l1"));
        assertThat(claims.takeOver(claims.find("h").orElseThrow(), owner("s1", "l3")))
                .isTrue();
        claims.claim("h", owner("s2", "l2"));

        claims.forget("h", "l1");
        claims.forget("h", "l3");
        assertThat(claims.find("h").orElseThrow().leadIds()).containsExactly("l2");

        claims.forget("h", "l2");
        assertThat(claims.find("h")).isEmpty();
        claims.forget("h", "l2");
        assertThat(claims.claim("h", owner("s1", "l4")).at("s1")).contains(owner("s1", "l4"));
    }

    @Test
    void showsTheOtherStoresThatHaveIt() {
        claims.claim("h", owner("s1", "l1"));

        PhoneOwners owners = claims.claim("h", owner("s2", "l2"));

        assertThat(owners.elsewhere("s2")).containsExactly(owner("s1", "l1"));
        assertThat(owners.leadIds()).containsExactly("l1", "l2");
    }

    @Test
    void passesItOnOnlyAsItWasSeen() {
        PhoneOwners seen = claims.claim("h", owner("s1", "l1"));

        assertThat(claims.takeOver(seen, owner("s1", "l2"))).isTrue();
        assertThat(claims.takeOver(seen, owner("s1", "l3"))).isFalse();
        PhoneOwners now = claims.find("h").orElseThrow();
        assertThat(now.at("s1")).contains(owner("s1", "l2"));
        assertThat(now.leadIds()).containsExactly("l2", "l1");
    }

    @Test
    void isFreeOnceItsLeadHasAnotherOne() {
        claims.claim("h", owner("s1", "l1"));
        claims.release("h", "s1", "l9");
        assertThat(claims.find("h").orElseThrow().at("s1")).isPresent();

        claims.release("h", "s1", "l1");
        assertThat(claims.claim("h", owner("s1", "l2")).at("s1")).contains(owner("s1", "l2"));
    }

    @Test
    void protectsTheFirstStoreForAMonth() {
        assertThat(claims.protectedUntil(owner("s1", "l1"), NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void followsALeadToTheOneThatGoesOn() {
        aliases.keep("l1", "l2");
        aliases.keep("l2", "l3");

        assertThat(aliases.goingOn("l1")).isEqualTo("l3");
        assertThat(aliases.goingOn("l3")).isEqualTo("l3");
        aliases.forget("l1");
        assertThat(aliases.goingOn("l1")).isEqualTo("l1");
    }

    @Test
    void endsInARingSomewhere() {
        aliases.keep("l1", "l2");
        aliases.keep("l2", "l1");

        assertThat(aliases.goingOn("l1")).isIn("l1", "l2");
    }

    @Test
    void refusesAProtectionThatMakesNoSense() {
        var kind = DuplicatePolicy.KIND;

        assertThat(kind.check().flaws(new DuplicatePolicy(Duration.ZERO))).isEmpty();
        assertThat(kind.check().flaws(new DuplicatePolicy(Duration.ofDays(-1))))
                .extracting("pointer")
                .containsExactly("/protection");
    }

    private static Owner owner(String storeId, String leadId) {
        return new Owner(storeId, leadId, NOW);
    }
}
