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
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.ContactLapse;
import io.dianmai.lead.lead.LeadCommand.HandOver;
import io.dianmai.lead.lead.LeadCommand.IdleLapse;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Recall;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A lead of a1 that nothing was done about for a month. */
class OwnershipTests {
    private static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    private static final Instant DUE = REGISTERED.plus(Duration.ofDays(30));
    /** The platform was down for an hour when it was due. */
    private static final Instant FIRED = DUE.plus(Duration.ofHours(1));

    private static final Order ORDER = new Order("SO-1", "Corolla", 15_000_000, 500_000, true, null, null);
    private static final IdleLapse IDLE = new IdleLapse("a1", DUE, FIRED);
    private static final ContactLapse NO_CONTACT = new ContactLapse("a1", DUE, FIRED);
    private static final ResponseLapse NO_RESPONSE = new ResponseLapse("a1", FIRED);

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
                        "Yunhai X5",
                        "spring-show",
                        "a1",
                        List.of()),
                REGISTERED);
    }

    @Nested
    class Recalling {
        @Test
        void takesAnIdleLeadFromItsAdvisor() {
            assertThat(happen(IDLE, DUE)).singleElement().isInstanceOfSatisfying(LeadRecalled.class, recalled -> {
                assertThat(recalled.previousAdvisorId()).isEqualTo("a1");
                assertThat(recalled.reason()).isEqualTo(RecallReason.IDLE);
                assertThat(recalled.dimensions().advisorId()).isNull();
                assertThat(recalled.dimensions().teamId()).isNull();
                assertThat(recalled.dimensions().registeredAt()).isEqualTo(REGISTERED);
            });
            assertThat(existing().recalled()).isEqualTo(new Recalled(DUE, RecallReason.IDLE, "a1"));
            assertThat(happen(IDLE, DUE)).isEmpty();
        }

        @Test
        void isDoneByAManagerOnce() {
            assertThat(happen(new Recall(), DUE))
                    .singleElement()
                    .extracting(event -> ((LeadRecalled) event).reason())
                    .isEqualTo(RecallReason.MANAGER);
            assertThat(happen(new Recall(), DUE)).isEmpty();
        }

        @Test
        void isRefusedForALeadWithAnOrderOrAtItsEnd() {
            happen(ORDER, DUE);
            assertThat(refused(new Recall())).isEqualTo(LeadRefusals.ORDERED_STAYS);

            happen(new Loss(LossReason.PRICE, null), DUE);
            assertThat(refused(new Recall())).isEqualTo(LeadRefusals.CLOSED);
        }

        @Test
        void endsWhenSomebodyGetsTheLead() {
            happen(new Recall(), DUE);

            assertThat(happen(new Assignment("a2"), FIRED))
                    .singleElement()
                    .isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                        assertThat(assigned.previousAdvisorId()).isNull();
                        assertThat(assigned.dimensions().teamId()).isEqualTo("t2");
                    });
            assertThat(existing().recalled()).isNull();
            assertThat(existing().activity()).isEqualTo(new Activity(FIRED, null));
        }
    }

    @Nested
    class StaleReminders {
        @Test
        void doNothingAboutALeadAtItsEnd() {
            happen(new Loss(LossReason.PRICE, null), DUE);
            assertIgnored();
        }

        @Test
        void doNothingAboutALeadWithAnOrder() {
            happen(ORDER, REGISTERED.plusSeconds(1));
            assertIgnored();
        }

        @Test
        void doNothingAboutALeadThatHasAnotherOwnerSince() {
            happen(new Assignment("a2"), REGISTERED.plusSeconds(1));
            assertIgnored();
        }

        @Test
        void doNothingAboutALeadInThePool() {
            happen(new Recall(), REGISTERED.plusSeconds(1));
            assertIgnored();
        }

        @Test
        void doNothingAboutALeadThatLeftThePoolSince() {
            happen(new Recall(), REGISTERED.plusSeconds(1));
            happen(new Assignment("a1"), DUE.plusMillis(1));
            assertThat(happen(IDLE, DUE)).isEmpty();
            assertThat(happen(NO_CONTACT, DUE)).isEmpty();
        }

        @Test
        void doNothingWhenTheCustomerCameUntilTheyWereHeard() {
            happen(new StoreVisit(), DUE.plusMillis(1));
            assertIgnored();
        }

        @Test
        void doNothingWhenAVisitIsToldAfterTheyFired() {
            happen(new StoreVisit(), DUE.minusSeconds(5));
            lead = existing().noted(FIRED.plusMillis(1));
            assertIgnored();
        }

        @Test
        void standWhenTheVisitWasKnownToWhoFiredThem() {
            happen(drive(), DUE);
            lead = existing().noted(FIRED);
            assertThat(happen(NO_CONTACT, DUE)).hasSize(1);
            assertThat(happen(new IdleLapse("a2", DUE, FIRED), DUE)).hasSize(1);
        }

        @Test
        void standWhenAnOldVisitIsToldThatMovesNoClock() {
            happen(drive(), DUE.minusSeconds(5));
            lead = existing().noted(DUE);
            happen(drive(), DUE.minusSeconds(6));
            lead = existing().noted(FIRED.plusMillis(1));

            assertThat(happen(IDLE, DUE)).hasSize(1);
        }

        @Test
        void doNothingWhenAnOrderWasTakenBackSince() {
            happen(ORDER, DUE.minusSeconds(5));
            happen(new Cancellation("SO-1", null), DUE.plusMillis(1));
            assertThat(happen(IDLE, DUE)).isEmpty();
        }

        @Test
        void takeNobodysLeadFromNobody() {
            lead = existing().with(existing().dimensionsOwnedBy(null, null));
            assertThat(happen(new IdleLapse(null, DUE, FIRED), DUE)).isEmpty();
        }

        private void assertIgnored() {
            for (LeadCommand reminder : List.of(IDLE, NO_CONTACT, NO_RESPONSE)) {
                assertThat(happen(reminder, DUE)).as(reminder.toString()).isEmpty();
            }
        }
    }

    @Nested
    class PassingOn {
        @Test
        void followsALapsedResponse() {
            assertPassedOn(NO_RESPONSE, AssignmentReason.RESPONSE_LAPSED);
        }

        @Test
        void followsALapsedContact() {
            assertPassedOn(NO_CONTACT, AssignmentReason.CONTACT_LAPSED);
        }

        private void assertPassedOn(LeadCommand lapse, AssignmentReason reason) {
            assertThat(happen(lapse, DUE)).singleElement().isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                assertThat(assigned.advisorId()).isEqualTo("a2");
                assertThat(assigned.reason()).isEqualTo(reason);
            });
        }
    }

    @Nested
    class HandingOver {
        @Test
        void givesTheLeadToWhoIsNamed() {
            assertThat(happen(new HandOver("a1", "a3"), DUE))
                    .singleElement()
                    .isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
                        assertThat(assigned.advisorId()).isEqualTo("a3");
                        assertThat(assigned.previousAdvisorId()).isEqualTo("a1");
                        assertThat(assigned.dimensions().teamId()).isEqualTo("t3");
                        assertThat(assigned.reason()).isEqualTo(AssignmentReason.LEAVER);
                    });
        }

        @Test
        void dealsTheLeadToAnybodyElseWhenNobodyIsNamed() {
            assertThat(happen(new HandOver("a1", null), DUE))
                    .singleElement()
                    .extracting(event -> ((LeadAssigned) event).advisorId())
                    .isIn("a2", "a3");
        }

        @Test
        void movesOrdersToo() {
            happen(ORDER, DUE);
            assertThat(happen(new HandOver("a1", "a2"), DUE)).hasSize(1);
        }

        @Test
        void recallsWhereNobodyElseIsButLeavesOrdersToTheirAdvisor() {
            assertThat(decide(new HandOver("a1", null), roster("a1")))
                    .singleElement()
                    .extracting(event -> ((LeadRecalled) event).reason())
                    .isEqualTo(RecallReason.LEAVER);

            happen(ORDER, DUE);
            assertThat(decide(new HandOver("a1", null), roster("a1"))).isEmpty();
        }

        @Test
        void changesNothingOfOthersOrAtTheEnd() {
            assertThat(happen(new HandOver("a2", "a3"), DUE)).isEmpty();

            happen(new Loss(LossReason.PRICE, null), DUE);
            assertThat(happen(new HandOver("a1", "a2"), DUE)).isEmpty();
        }
    }

    private static TestDrive drive() {
        return new TestDrive("Yunhai X5", REGISTERED, REGISTERED.plusSeconds(60));
    }

    private List<LeadEvent> happen(LeadCommand command, Instant time) {
        List<LeadEvent> events = decide(command, roster("a1", "a2", "a3"));
        events.forEach(event -> lead = behaviour.apply("lead-1", lead, event, time));
        return events;
    }

    private List<LeadEvent> decide(LeadCommand command, Roster roster) {
        return switch (Lead.decide(lead, command, now(roster))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> events;
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private Refusal refused(LeadCommand command) {
        return switch (Lead.decide(lead, command, now(roster("a1")))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    private Lead existing() {
        return Objects.requireNonNull(lead);
    }

    private static Circumstances now(Roster roster) {
        return new Circumstances("lead-1", REGISTERED, ZoneId.of("Asia/Shanghai"), roster);
    }

    private static Roster roster(String... consultants) {
        List<StaffMember> staff = Stream.of(consultants)
                .map(id -> new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), "t" + id.charAt(1), null))
                .toList();
        return new Roster(true, staff, LocalDate.of(2026, 3, 10));
    }
}
