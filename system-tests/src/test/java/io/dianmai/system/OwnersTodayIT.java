package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has a customer: what happens when it is done, and cannot be dated, so that it is no part of the played week. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnersTodayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ADVISORS = List.of("a1", "a2", "a3", "a4");

    private final Dealership dealership;
    private final Acts acts;

    OwnersTodayIT(RunningPlatform platform) {
        this.dealership = Dealership.open(
                platform, "dealer-today", LocalDate.now(TestGroup.ZONE).minusDays(30));
        this.acts = new Acts(platform.door(), dealership, Week.last());
    }

    /** One turn after the other; one claim a day, two of one's own; the special team is the second. */
    @BeforeAll
    void setTheRules() {
        policy(
                "assignment",
                Map.of(
                        "rule",
                        "ROUND_ROBIN",
                        "roles",
                        List.of("SALES_CONSULTANT"),
                        "matches",
                        List.of(),
                        "capacities",
                        Map.of()));
        policy(
                "pool",
                Map.of(
                        "claimsPerDay", 1,
                        "openClaims", 5,
                        "ownLeadAfterDays", 30,
                        "refuseWithinHours", 24,
                        "contactWithin", "P10D",
                        "shareOut", Map.of("teamId", "t2", "perDay", 5)));
    }

    private void policy(String kind, Map<String, ?> policy) {
        Door.Answer answer =
                acts.put("hq", "/api/lead-policies/" + kind + "?scope=store:" + dealership.storeId(), policy);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void turnsRefusalsClaimsAndShareOutsFollowTheRules() {
        List<String> customers = List.of("first", "second", "third", "fourth");
        customers.forEach(this::register);
        assertThat(customers.stream().map(this::owner)).containsExactlyInAnyOrderElementsOf(ADVISORS);

        String refuser = owner("first");
        acts.now(refuser, acts.of("first") + "/refusal", Map.of("reason", "a friend of mine"))
                .expectSuccess();
        String next = owner("first");
        assertThat(ADVISORS).contains(next);
        assertThat(next).isNotEqualTo(refuser);
        expect(acts.now(refuser, acts.of("first") + "/refusal", Map.of("reason", "again")), "not-the-owner");

        String before = owner("second");
        recall("second");
        recall("third");
        expect(acts.now(before, acts.of("second") + "/claim", Map.of()), "own-lead-too-soon");
        String claimer = ADVISORS.stream()
                .filter(one ->
                        !List.of(before, owner("third"), formerOwner("third")).contains(one))
                .findFirst()
                .orElseThrow();
        acts.now(claimer, acts.of("second") + "/claim", Map.of()).expectSuccess();
        assertThat(owner("second")).isEqualTo(claimer);
        expect(acts.now(claimer, acts.of("second") + "/claim", Map.of()), "lead-not-in-pool");
        expect(acts.now(claimer, acts.of("third") + "/claim", Map.of()), "claims-per-day-reached");

        acts.now("gm", "/api/lead-pool/share-out", Map.of("storeId", dealership.storeId()))
                .expectSuccess();
        assertThat(owner("third")).isIn("a3", "a4");
        assertThat(acts.items("gm", "/api/lead-pool?storeId=" + dealership.storeId()))
                .isEmpty();
        assertThat(reasons("second")).containsExactly("CLAIMED", "RULE");
        assertThat(reasons("third")).containsExactly("SHARED_OUT", "RULE");
        Waiting.until(
                "whoever has a customer has the task",
                PATIENCE,
                () -> assertThat(customers)
                        .allSatisfy(ref -> assertThat(
                                        acts.get(owner(ref), "/api/my-day").toString())
                                .contains(dealership.lead(ref))));
    }

    private void register(String ref) {
        acts.now("sup", "/api/leads", Map.of("storeId", dealership.storeId(), "leadRef", ref, "channel", "PHONE"))
                .expectSuccess();
        acts.known(ref);
    }

    private void recall(String ref) {
        acts.now("gm", acts.of(ref) + "/recall", Map.of("note", "too quiet")).expectSuccess();
    }

    private String owner(String ref) {
        return dealership.who(acts.get("hq", acts.of(ref)).path("advisorId").asString());
    }

    private String formerOwner(String ref) {
        return dealership.who(
                acts.get("hq", acts.of(ref)).at("/recalled/previousAdvisorId").asString());
    }

    /** Why it changed hands, the last time first; times when it had none are left out. */
    private List<String> reasons(String ref) {
        return acts.items("gm", acts.of(ref) + "/owners").stream()
                .filter(hand -> hand.path("assigned").isString())
                .map(hand -> hand.path("assigned").asString())
                .toList();
    }

    private static void expect(Door.Answer answer, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo(problem);
    }
}
