package io.dianmai.lead.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.grading.Yardstick;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.lead.LeadCommand.ResponseLapse;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import io.dianmai.lead.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    private static final Roster ROSTER = new Roster(
            true,
            List.of(
                    new StaffMember("a1", "甲", List.of(Role.SALES_CONSULTANT), "t1", null),
                    new StaffMember("a2", "乙", List.of(Role.SALES_CONSULTANT), "t2", null),
                    new StaffMember("gone", "丙", List.of(Role.SALES_CONSULTANT), "t1", LocalDate.of(2026, 3, 1))),
            LocalDate.of(2026, 3, 10));
    private static final Order ORDER = new Order("SO-1", "Corolla", 15_000_000, 500_000, true, null, null);
    private static final Delivery DELIVERY = new Delivery("SO-1", 800_000, 120_000, true, false, true, 30);
    private static final Loss LOSS = new Loss(LossReason.PRICE, "Civic");

    private final LeadBehaviour behaviour = new LeadBehaviour();
    private @Nullable Lead lead;

    @Nested
    class Registering {
        @Test
        void givesTheLeadToTheAdvisorNamed() {
            var events = accepted(registration("a2"));

            assertThat(events).hasSize(3);
            assertThat(events.get(0)).isInstanceOfSatisfying(LeadRegistered.class, registered -> {
                assertThat(registered.reference()).isEqualTo("XS-1");
                assertThat(registered.dimensions().advisorId()).isEqualTo("a2");
                assertThat(registered.dimensions().teamId()).isEqualTo("t2");
            });
            assertThat(events)
                    .extracting(event -> event.dimensions().registeredAt())
                    .containsOnly(REGISTERED);
            assertThat(events.get(1)).isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                assertThat(assigned.advisorId()).isEqualTo("a2");
                assertThat(assigned.previousAdvisorId()).isNull();
                assertThat(assigned.reason()).isEqualTo(AssignmentReason.MANUAL);
            });
            assertThat(events.get(2)).isInstanceOfSatisfying(LeadGraded.class, graded -> {
                assertThat(graded.level()).isEqualTo(Level.B);
                assertThat(graded.previousLevel()).isNull();
                assertThat(graded.overridden()).isFalse();
            });
        }

        @ParameterizedTest
        @CsvSource({"gone", "elsewhere", ","})
        void dealsTheLeadWhenTheAdvisorNamedIsNotThere(@Nullable String named) {
            assertThat(accepted(registration(named)).get(1)).isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                assertThat(assigned.advisorId()).isIn("a1", "a2");
                assertThat(assigned.reason()).isEqualTo(AssignmentReason.RULE);
            });
        }

        @Test
        void leavesTheLeadToNobodyWhereNobodyIsKnown() {
            var unknown = new Roster(false, List.of(), LocalDate.of(2026, 3, 10));

            assertThat(accepted(registration(null), at(REGISTERED, unknown)))
                    .hasExactlyElementsOfTypes(LeadRegistered.class, LeadGraded.class);
            assertThat(accepted(registration("x9"), at(REGISTERED, unknown)).get(1))
                    .isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                        assertThat(assigned.advisorId()).isEqualTo("x9");
                        assertThat(assigned.dimensions().teamId()).isNull();
                    });
        }

        @Test
        void isRefusedTheSecondTime() {
            begin();

            assertThat(refused(registration("a1"))).isEqualTo(LeadRefusals.ALREADY_REGISTERED);
        }

        @Test
        void comesBeforeAnythingElse() {
            assertThat(refused(new StoreVisit())).isEqualTo(LeadRefusals.NOT_FOUND);
            assertThat(refused(ORDER)).isEqualTo(LeadRefusals.NOT_FOUND);
            assertThat(refused(new ResponseLapse(null, REGISTERED))).isEqualTo(LeadRefusals.NOT_FOUND);
        }
    }

    @Nested
    class Assigning {
        @Test
        void namesTheOldAndTheNewOwner() {
            begin();

            assertThat(only(new Assignment("a2"))).isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                assertThat(assigned.previousAdvisorId()).isEqualTo("a1");
                assertThat(assigned.dimensions().advisorId()).isEqualTo("a2");
                assertThat(assigned.dimensions().teamId()).isEqualTo("t2");
                assertThat(assigned.reason()).isEqualTo(AssignmentReason.MANUAL);
            });
        }

        @Test
        void changesNothingForThePresentOwner() {
            begin();

            assertThat(accepted(new Assignment("a1"))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"gone", "elsewhere"})
        void refusesWhoeverIsNotThere(String advisor) {
            begin();

            assertThat(refused(new Assignment(advisor))).isEqualTo(LeadRefusals.ADVISOR_NOT_AT_STORE);
        }

        @Test
        void passesALeadOnThatNobodyRespondedTo() {
            begin();

            assertThat(only(new ResponseLapse(null, REGISTERED)))
                    .isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                        assertThat(assigned.advisorId()).isEqualTo("a2");
                        assertThat(assigned.previousAdvisorId()).isEqualTo("a1");
                        assertThat(assigned.reason()).isEqualTo(AssignmentReason.RESPONSE_LAPSED);
                    });
        }

        @Test
        void passesNothingOnWithoutAnotherConsultantOrAfterTheEnd() {
            begin();
            var alone = new Roster(true, ROSTER.staff().subList(0, 1), ROSTER.day());
            assertThat(accepted(new ResponseLapse(null, REGISTERED), at(REGISTERED, alone)))
                    .isEmpty();

            happen(LOSS);
            assertThat(accepted(new ResponseLapse(null, REGISTERED))).isEmpty();
        }
    }

    @Nested
    class Grading {
        @Test
        void followsTheCriteria() {
            begin();

            assertThat(only(assess(null, null, GradingCriterion.TRADE_IN_UNDER_WAY)))
                    .isInstanceOfSatisfying(LeadGraded.class, graded -> {
                        assertThat(graded.level()).isEqualTo(Level.A);
                        assertThat(graded.previousLevel()).isEqualTo(Level.B);
                        assertThat(graded.overridden()).isFalse();
                    });
        }

        @Test
        void isNoNewsAtTheSameLevel() {
            begin();

            assertThat(accepted(assess(null, null, GradingCriterion.CAME_BACK))).isEmpty();
            assertThat(accepted(assess(Level.B, null, GradingCriterion.CAME_BACK)))
                    .isEmpty();
        }

        @Test
        void needsAReasonAgainstTheCriteria() {
            begin();

            assertThat(refused(assess(Level.A, null, GradingCriterion.CAME_BACK)))
                    .isEqualTo(LeadRefusals.OVERRIDE_NEEDS_REASON);
            assertThat(refused(assess(Level.C, " "))).isEqualTo(LeadRefusals.OVERRIDE_NEEDS_REASON);
            assertThat(only(assess(Level.A, "asked for the contract", GradingCriterion.CAME_BACK)))
                    .isInstanceOfSatisfying(LeadGraded.class, graded -> {
                        assertThat(graded.level()).isEqualTo(Level.A);
                        assertThat(graded.overridden()).isTrue();
                        assertThat(graded.reason()).isEqualTo("asked for the contract");
                    });
        }

        @Test
        void needsSomethingToGoBy() {
            begin();

            assertThat(refused(assess(null, "because"))).isEqualTo(LeadRefusals.NOTHING_TO_GRADE);
        }

        @Test
        void leavesAnOrderedLeadAtO() {
            begin();
            happen(ORDER);

            assertThat(accepted(assess(null, null, GradingCriterion.CAME_BACK))).isEmpty();
            assertThat(refused(assess(Level.A, "cold feet"))).isEqualTo(LeadRefusals.ORDERED_STAYS_O);
        }
    }

    @Nested
    class ComingToTheStore {
        @Test
        void numbersVisitsAlsoAfterTheEnd() {
            begin();
            happen(new StoreVisit());
            happen(LOSS);

            assertThat(only(new StoreVisit()))
                    .isInstanceOfSatisfying(
                            LeadVisited.class,
                            visited -> assertThat(visited.visitNumber()).isEqualTo(2));
            assertThat(existing().progress().stage()).isEqualTo(Stage.LOST);
        }

        @Test
        void numbersTestDrives() {
            begin();
            happen(drive(Duration.ofMinutes(25)));

            assertThat(only(drive(Duration.ofMinutes(40)))).isInstanceOfSatisfying(LeadTestDriven.class, driven -> {
                assertThat(driven.testDriveNumber()).isEqualTo(2);
                assertThat(driven.minutes()).isEqualTo(40);
                assertThat(driven.model()).isEqualTo("Yunhai X5");
            });
        }

        @Test
        void acceptsTestDrivesFromNoTimeToADay() {
            begin();

            assertThat(refused(drive(Duration.ofMillis(-1)))).isEqualTo(LeadRefusals.TEST_DRIVE_BACKWARDS);
            assertThat(accepted(drive(Duration.ZERO))).hasSize(1);
            assertThat(accepted(drive(Duration.ofDays(1)))).hasSize(1);
            assertThat(refused(drive(Duration.ofDays(1).plusMillis(1)))).isEqualTo(LeadRefusals.TEST_DRIVE_TOO_LONG);
        }
    }

    @Nested
    class Ordering {
        @Test
        void sellsTheModelOrderedAndGradesToO() {
            begin();

            var events = accepted(ORDER);

            assertThat(events).hasExactlyElementsOfTypes(LeadOrdered.class, LeadGraded.class);
            assertThat(events.getFirst()).isInstanceOfSatisfying(LeadOrdered.class, ordered -> {
                assertThat(ordered.dimensions().model()).isEqualTo("Corolla");
                assertThat(ordered.price()).isEqualTo(15_000_000);
                assertThat(ordered.financed()).isTrue();
            });
            assertThat(events.getLast()).isInstanceOfSatisfying(LeadGraded.class, graded -> {
                assertThat(graded.level()).isEqualTo(Level.O);
                assertThat(graded.previousLevel()).isEqualTo(Level.B);
            });
        }

        @Test
        void gradesNoLeadThatIsAtO() {
            begin();
            happen(assess(null, null, GradingCriterion.DEPOSIT_TAKEN));

            assertThat(accepted(ORDER)).hasExactlyElementsOfTypes(LeadOrdered.class);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-10T01:42:10Z,0",
            "2026-03-10T15:59:59.999Z,0",
            "2026-03-10T16:00:00Z,1",
            "2026-03-11T15:59:59.999Z,1",
            "2026-03-09T00:00:00Z,0"
        })
        void countsDaysInTheStoresZone(Instant ordered, int days) {
            begin();

            assertThat(accepted(ORDER, at(ordered, ROSTER)).getFirst())
                    .isInstanceOfSatisfying(
                            LeadOrdered.class,
                            event -> assertThat(event.daysToOrder()).isEqualTo(days));
        }

        @Test
        void happensOnce() {
            begin();
            happen(ORDER);

            assertThat(refused(ORDER)).isEqualTo(LeadRefusals.ALREADY_ORDERED);
        }
    }

    @Nested
    class Ending {
        @Test
        void deliversTheVehicleOrdered() {
            begin();
            happen(ORDER);

            assertThat(only(DELIVERY)).isInstanceOfSatisfying(LeadDelivered.class, delivered -> {
                assertThat(delivered.orderId()).isEqualTo("SO-1");
                assertThat(delivered.dimensions().model()).isEqualTo("Corolla");
                assertThat(delivered.newEnergy()).isTrue();
                assertThat(delivered.stockAgeDays()).isEqualTo(30);
            });
        }

        @Test
        void deliversNothingElse() {
            begin();
            assertThat(refused(DELIVERY)).isEqualTo(LeadRefusals.NOT_ORDERED);

            happen(ORDER);
            assertThat(refused(new Delivery("SO-2", 0, 0, false, false, false, 0)))
                    .isEqualTo(LeadRefusals.OTHER_ORDER);
        }

        @Test
        void mayBeLostEvenWithAnOrder() {
            begin();
            happen(ORDER);

            assertThat(only(LOSS)).isInstanceOfSatisfying(LeadLost.class, lost -> {
                assertThat(lost.reason()).isEqualTo(LossReason.PRICE);
                assertThat(lost.competitorModel()).isEqualTo("Civic");
            });
        }

        @Test
        void isForGoodAfterTheLoss() {
            begin();
            happen(LOSS);

            assertNothingMoreIsTaken();
            assertThat(refused(LOSS)).isEqualTo(SaleRefusals.ALREADY_LOST);
            assertThat(refused(DELIVERY)).isEqualTo(LeadRefusals.CLOSED);
            assertThat(existing().progress().lossReason()).isEqualTo(LossReason.PRICE);
        }

        @Test
        void isForGoodAfterTheDelivery() {
            begin();
            happen(ORDER);
            happen(DELIVERY);

            assertNothingMoreIsTaken();
            assertThat(refused(LOSS)).isEqualTo(LeadRefusals.CLOSED);
            assertThat(refused(DELIVERY)).isEqualTo(SaleRefusals.ALREADY_DELIVERED);
            assertThat(existing().progress().stage()).isEqualTo(Stage.DELIVERED);
        }

        private void assertNothingMoreIsTaken() {
            assertThat(refused(ORDER)).isEqualTo(LeadRefusals.CLOSED);
            assertThat(refused(new Assignment("a2"))).isEqualTo(LeadRefusals.CLOSED);
            assertThat(refused(drive(Duration.ZERO))).isEqualTo(LeadRefusals.CLOSED);
            assertThat(refused(assess(null, null, GradingCriterion.CAME_BACK))).isEqualTo(LeadRefusals.CLOSED);
        }
    }

    @Test
    void keepsWhatHappened() {
        begin();
        happen(new StoreVisit());
        happen(drive(Duration.ofMinutes(20)));
        happen(new Assignment("a2"));
        happen(ORDER);

        assertThat(existing().registeredAt()).isEqualTo(REGISTERED);
        assertThat(existing().progress()).satisfies(progress -> {
            assertThat(progress.stage()).isEqualTo(Stage.ORDERED);
            assertThat(progress.visits()).isEqualTo(1);
            assertThat(progress.testDrives()).isEqualTo(1);
            assertThat(progress.orderId()).isEqualTo("SO-1");
            assertThat(progress.lossReason()).isNull();
        });
        assertThat(existing().grade())
                .isEqualTo(Grade.ordered(Yardstick.shipped().grading()));
        assertThat(existing().dimensions().advisorId()).isEqualTo("a2");
        assertThat(existing().dimensions().model()).isEqualTo("Corolla");
    }

    private void begin() {
        happen(registration("a1"));
    }

    private void happen(LeadCommand command) {
        for (LeadEvent event : accepted(command)) {
            lead = behaviour.apply("lead-1", lead, event, REGISTERED);
        }
    }

    private Lead existing() {
        return Objects.requireNonNull(lead);
    }

    private LeadEvent only(LeadCommand command) {
        var events = accepted(command);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private List<LeadEvent> accepted(LeadCommand command) {
        return accepted(command, at(REGISTERED, ROSTER));
    }

    private List<LeadEvent> accepted(LeadCommand command, Circumstances now) {
        return switch (Lead.decide(lead, command, now)) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> events;
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private Refusal refused(LeadCommand command) {
        return switch (Lead.decide(lead, command, at(REGISTERED, ROSTER))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    private static Circumstances at(Instant time, Roster roster) {
        return new Circumstances("lead-1", time, SHANGHAI, roster);
    }

    private static Registration registration(@Nullable String advisorId) {
        return new Registration(
                "XS-1",
                Channel.WEB,
                CustomerClass.PROSPECT,
                new MaskedCustomer("王*", "138****0017", "hash"),
                "Yunhai X5",
                "spring-show",
                advisorId,
                List.of(GradingCriterion.WISHES_TO_BUY, GradingCriterion.TERMS_DISCUSSED));
    }

    private static Assessment assess(@Nullable Level level, @Nullable String reason, GradingCriterion... criteria) {
        return new Assessment(List.of(criteria), level, reason);
    }

    private static TestDrive drive(Duration taken) {
        return new TestDrive("Yunhai X5", REGISTERED, REGISTERED.plus(taken));
    }
}
