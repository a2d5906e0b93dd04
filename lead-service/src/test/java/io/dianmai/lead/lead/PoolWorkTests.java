package io.dianmai.lead.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.assignment.AssignmentPolicy;
import io.dianmai.lead.assignment.AssignmentRule;
import io.dianmai.lead.assignment.Dealing;
import io.dianmai.lead.assignment.Loads;
import io.dianmai.lead.assignment.Shift;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Recall;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.lead.PoolCommand.Claim;
import io.dianmai.lead.lead.PoolCommand.Decline;
import io.dianmai.lead.lead.PoolCommand.GiveBack;
import io.dianmai.lead.lead.PoolCommand.ShareOut;
import io.dianmai.lead.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A lead of a1, at a store with a1, a2 and a3. */
class PoolWorkTests {
    private static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    private static final Instant LATER = REGISTERED.plus(Duration.ofDays(3));
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Order ORDER = new Order("SO-1", "X5", 15_000_000, 500_000, true, null, null);

    private final LeadBehaviour behaviour = new LeadBehaviour();
    private @Nullable Lead lead;

    @BeforeEach
    void register() {
        happen(
                new Registration(
                        "XS-1",
                        Channel.WEB,
                        CustomerClass.PROSPECT,
                        new MaskedCustomer("王*", "138****0017", "hash"),
                        "X5",
                        null,
                        "a1",
                        List.of()),
                REGISTERED);
    }

    @Nested
    class Claiming {
        @Test
        void takesALeadOutOfThePool() {
            happen(new Recall("too quiet"), LATER);

            assertThat(happen(new Claim("a2", MONTH), LATER))
                    .singleElement()
                    .isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                        assertThat(assigned.reason()).isEqualTo(AssignmentReason.CLAIMED);
                        assertThat(assigned.advisorId()).isEqualTo("a2");
                        assertThat(assigned.dimensions().teamId()).isEqualTo("t2");
                    });
            assertThat(existing().recalled()).isNull();
            assertThat(refused(new Claim("a3", MONTH), LATER)).isEqualTo(PoolRefusals.NOT_IN_POOL);
        }

        @Test
        void isNotForWhoHadTheLeadUntilTheWaitIsOver() {
            happen(new Recall(), LATER);

            assertThat(refused(new Claim("a1", MONTH), LATER.plus(MONTH).minusMillis(1)))
                    .isEqualTo(PoolRefusals.OWN_LEAD_TOO_SOON);
            assertThat(happen(new Claim("a1", MONTH), LATER.plus(MONTH))).hasSize(1);
        }

        @Test
        void isForNobodyWhoDoesNotWorkThereAndOfNothingThatIsClosedOrOwned() {
            assertThat(refused(new Claim("a2", MONTH), LATER)).isEqualTo(PoolRefusals.NOT_IN_POOL);
            happen(new Recall(), LATER);
            assertThat(refused(new Claim("gone", MONTH), LATER)).isEqualTo(LeadRefusals.ADVISOR_NOT_AT_STORE);
            happen(new Loss(LossReason.PRICE, null), LATER);
            assertThat(refused(new Claim("a2", MONTH), LATER)).isEqualTo(LeadRefusals.CLOSED);
        }
    }

    @Nested
    class GivingBack {
        @Test
        void sendsTheLeadToThePoolWithItsReason() {
            assertThat(happen(new GiveBack("a1", "moved away"), LATER))
                    .singleElement()
                    .isInstanceOfSatisfying(LeadRecalled.class, recalled -> {
                        assertThat(recalled.reason()).isEqualTo(RecallReason.RETURNED);
                        assertThat(recalled.note()).isEqualTo("moved away");
                        assertThat(recalled.previousAdvisorId()).isEqualTo("a1");
                    });
        }

        @Test
        void isForTheOwnerOnlyAndNotWithAnOrder() {
            assertThat(refused(new GiveBack("a2", "x"), LATER)).isEqualTo(PoolRefusals.NOT_THE_OWNER);
            happen(ORDER, LATER);
            assertThat(refused(new GiveBack("a1", "x"), LATER)).isEqualTo(LeadRefusals.ORDERED_STAYS);
        }
    }

    @Nested
    class Declining {
        @Test
        void sendsTheLeadToTheNextAndToThePoolWhenAllHaveRefused() {
            assertThat(happen(new Decline("a1", "not mine", DAY), REGISTERED))
                    .singleElement()
                    .isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                        assertThat(assigned.advisorId()).isEqualTo("a2");
                        assertThat(assigned.reason()).isEqualTo(AssignmentReason.REFUSED);
                        assertThat(assigned.note()).isEqualTo("not mine");
                    });
            happen(new Decline("a2", "nor mine", DAY), REGISTERED);
            assertThat(existing().dimensions().advisorId()).isEqualTo("a3");

            assertThat(happen(new Decline("a3", "nor mine", DAY), REGISTERED))
                    .singleElement()
                    .extracting(event -> ((LeadRecalled) event).reason())
                    .isEqualTo(RecallReason.REFUSED);
        }

        @Test
        void forgetsWhoRefusedOnceTheLeadWasTheCompanys() {
            happen(new Decline("a1", "not mine", DAY), REGISTERED);
            happen(new Recall(), LATER);
            happen(new Assignment("a3"), LATER);

            happen(new Decline("a3", "nor mine", DAY), LATER);
            assertThat(existing().dimensions().advisorId()).isEqualTo("a1");
        }

        @Test
        void isTooLateAfterItsTime() {
            assertThat(refused(new Decline("a1", "x", DAY), REGISTERED.plus(DAY).plusMillis(1)))
                    .isEqualTo(PoolRefusals.REFUSAL_TOO_LATE);
            assertThat(happen(new Decline("a1", "x", DAY), REGISTERED.plus(DAY)))
                    .hasSize(1);
        }

        @Test
        void isForTheOwnerOnlyAndNotOfWhatHeClaimed() {
            assertThat(refused(new Decline("a2", "x", DAY), REGISTERED)).isEqualTo(PoolRefusals.NOT_THE_OWNER);
            happen(new Recall(), LATER);
            happen(new Claim("a2", MONTH), LATER);
            assertThat(refused(new Decline("a2", "x", DAY), LATER)).isEqualTo(PoolRefusals.CLAIMED_NOT_GIVEN);
        }

        @Test
        void leavesAnOrderWithItsAdvisorWhereNobodyElseIs() {
            happen(ORDER, REGISTERED);
            lead = existing().with(existing().dimensionsOwnedBy("a1", "t1"));

            assertThat(decide(new Decline("a1", "x", DAY), now(REGISTERED, roster("a1"))))
                    .isEqualTo(Decision.refuse(LeadRefusals.ORDERED_STAYS));
        }
    }

    @Nested
    class SharingOut {
        @Test
        void dealsWhatIsStillInThePool() {
            happen(new Recall(), LATER);

            assertThat(happen(new ShareOut("a3", "team"), LATER))
                    .singleElement()
                    .extracting(event -> ((LeadAssigned) event).reason())
                    .isEqualTo(AssignmentReason.SHARED_OUT);
            assertThat(happen(new ShareOut("a2", "team"), LATER)).isEmpty();
        }

        @Test
        void dealsNothingToWhoHasLeftSince() {
            happen(new Recall(), LATER);

            assertThat(happen(new ShareOut("gone", "team"), LATER)).isEmpty();
        }
    }

    @Nested
    class Capacity {
        @Test
        void bindsPeopleButNeitherManagersWhoSayOtherwiseNorWhatHasHappened() {
            assertThat(accepted(new Assignment("a1", null, false), full())).isEmpty();
            assertThat(decide(new Assignment("a2", "please", false), full()))
                    .isEqualTo(Decision.refuse(PoolRefusals.AT_CAPACITY));
            happen(new Recall(), LATER);
            assertThat(decide(new Claim("a2", MONTH), full())).isEqualTo(Decision.refuse(PoolRefusals.AT_CAPACITY));
            assertThat(accepted(new Assignment("a2", "please", true), full())).hasSize(1);
            assertThat(accepted(new Assignment("a2"), full())).hasSize(1);
        }

        @Test
        void leavesANewLeadToNobody() {
            lead = null;
            var registration = new Registration(
                    "XS-2",
                    Channel.WEB,
                    CustomerClass.PROSPECT,
                    new MaskedCustomer("王*", "138****0017", "hash"),
                    null,
                    null,
                    null,
                    List.of());

            assertThat(accepted(registration, full())).hasSize(2).noneMatch(LeadAssigned.class::isInstance);
        }

        /** Nobody may have anything. */
        private Circumstances full() {
            var policy =
                    new AssignmentPolicy(AssignmentRule.LEAST_BUSY, List.of(), 0, null, List.of(Role.SALES_CONSULTANT));
            var roster = roster("a1", "a2", "a3");
            var dealing = new Dealing("lead-1", () -> new Shift(policy, roster, Set.of()), Loads.UNCOUNTED);
            return new Circumstances("lead-1", LATER, ZoneId.of("Asia/Shanghai"), roster, dealing);
        }
    }

    @Nested
    class Remembering {
        @Test
        void keepsWhyAndWhenEachTime() {
            happen(new Recall("too quiet"), LATER);
            happen(new Claim("a2", MONTH), LATER.plusSeconds(1));

            Hands hands = Hands.of(existing().hands());
            assertThat(hands.timesInPool()).isEqualTo(1);
            assertThat(hands.last())
                    .containsExactly(
                            new Hand(REGISTERED, "a1", null, AssignmentReason.MANUAL, null, null),
                            new Hand(LATER, null, "a1", null, RecallReason.MANAGER, "too quiet"),
                            new Hand(LATER.plusSeconds(1), "a2", null, AssignmentReason.CLAIMED, null, null));
        }

        @Test
        void keepsTheLastTwenty() {
            IntStream.range(0, 30)
                    .forEach(turn -> happen(new Assignment(turn % 2 == 0 ? "a2" : "a1"), LATER.plusSeconds(turn)));

            assertThat(Hands.of(existing().hands()).last()).hasSize(Hands.KEPT);
            assertThat(Objects.requireNonNull(Hands.of(existing().hands()).latest())
                            .at())
                    .isEqualTo(LATER.plusSeconds(29));
        }
    }

    private List<LeadEvent> happen(LeadCommand command, Instant time) {
        List<LeadEvent> events = accepted(command, now(time, roster("a1", "a2", "a3")));
        events.forEach(event -> lead = behaviour.apply("lead-1", lead, event, time));
        return events;
    }

    private List<LeadEvent> accepted(LeadCommand command, Circumstances now) {
        return switch (decide(command, now)) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> events;
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private Refusal refused(LeadCommand command, Instant time) {
        return switch (decide(command, now(time, roster("a1", "a2", "a3")))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    private Decision<LeadEvent> decide(LeadCommand command, Circumstances now) {
        return Lead.decide(lead, command, now);
    }

    private Lead existing() {
        return Objects.requireNonNull(lead);
    }

    private static Circumstances now(Instant time, Roster roster) {
        return new Circumstances("lead-1", time, ZoneId.of("Asia/Shanghai"), roster);
    }

    private static Roster roster(String... consultants) {
        List<StaffMember> staff = Stream.of(consultants)
                .map(id -> new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), "t" + id.charAt(1), null))
                .toList();
        return new Roster(true, staff, LocalDate.of(2026, 3, 10));
    }
}
