package io.dianmai.lead.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.DecisionMaker;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.lead.CardCommand.Absorption;
import io.dianmai.lead.lead.CardCommand.CardChange;
import io.dianmai.lead.lead.CardCommand.Merge;
import io.dianmai.lead.lead.CardCommand.RegistrationAgain;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Recall;
import io.dianmai.lead.lead.LeadCommand.Registration;
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

class CardTests {
    private static final Instant NOW = Instant.parse("2026-03-10T01:42:10Z");
    private static final MaskedCustomer WANG = new MaskedCustomer("王*", "138****0017", "hash-17");
    private static final MaskedCustomer NOTHING = new MaskedCustomer(null, null, null);
    private static final Consent CALLS = new Consent(true, false, NOW);
    private static final Roster ROSTER = new Roster(
            true,
            List.of(
                    new StaffMember("a1", "甲", List.of(Role.SALES_CONSULTANT), "t1", null),
                    new StaffMember("a2", "乙", List.of(Role.SALES_CONSULTANT), "t2", LocalDate.of(2026, 3, 1))),
            LocalDate.of(2026, 3, 10));
    private static final Order ORDER = new Order("SO-1", "Corolla", 15_000_000, 500_000, true, null, null);
    private static final Delivery DELIVERY = new Delivery("SO-1", 800_000, 120_000, true, false, true, 30);

    private final LeadBehaviour behaviour = new LeadBehaviour();
    private @Nullable Lead lead;

    @Nested
    class Beginning {
        @Test
        void tellsWhatTheCustomerWantsAndHasAgreedTo() {
            Clash clash = new Clash("s2", NOW.minusSeconds(60), NOW.plusSeconds(60));
            var told = told("XS-1", wants("Yunhai X5", null, null), CALLS).clashing(clash);

            var events = accepted(told);

            assertThat(events)
                    .hasExactlyElementsOfTypes(
                            LeadRegistered.class,
                            LeadAssigned.class,
                            LeadGraded.class,
                            LeadCardUpdated.class,
                            LeadClashed.class);
            assertThat(events.getFirst().dimensions().model()).isEqualTo("Yunhai X5");
            happen(told);
            assertThat(existing().cardOrEmpty().consent()).isEqualTo(CALLS);
            assertThat(existing().cardOrEmpty().interest().model()).isEqualTo("Yunhai X5");
            assertThat(existing().clash()).isEqualTo(clash);
        }

        @Test
        void saysNoMoreThanWasTold() {
            assertThat(accepted(told("XS-1", null, null)))
                    .hasExactlyElementsOfTypes(LeadRegistered.class, LeadAssigned.class, LeadGraded.class);
        }
    }

    @Nested
    class Changing {
        @Test
        void leavesWhatIsNotTold() {
            happen(told("XS-1", wants("Yunhai X5", 10L, 20L), CALLS));
            var more = new Interest(null, "white", null, 30L, null, null, null, DecisionMaker.FAMILY, null, null, null);

            happen(new CardChange(CustomerClass.VIP, new MaskedCustomer("李*", null, null), more, null));

            assertThat(existing().customerClass()).isEqualTo(CustomerClass.VIP);
            assertThat(existing().customer()).isEqualTo(new MaskedCustomer("李*", "138****0017", "hash-17"));
            assertThat(existing().cardOrEmpty().interest())
                    .isEqualTo(new Interest(
                            "Yunhai X5", "white", 10L, 30L, null, null, null, DecisionMaker.FAMILY, null, null, null));
            assertThat(existing().cardOrEmpty().consent()).isEqualTo(CALLS);
        }

        @Test
        void countsTheLeadUnderTheModelNowWantedUntilOneIsOrdered() {
            happen(told("XS-1", wants("Yunhai X5", null, null), null));

            happen(new CardChange(null, NOTHING, wants("Corolla", null, null), null));
            assertThat(existing().dimensions().model()).isEqualTo("Corolla");

            happen(ORDER);
            happen(new CardChange(null, NOTHING, wants("Yunhai X5", null, null), null));
            assertThat(existing().dimensions().model()).isEqualTo("Corolla");
        }

        @Test
        void isNoEventWhenNothingIsNew() {
            happen(told("XS-1", wants("Yunhai X5", 10L, 20L), CALLS));

            assertThat(accepted(new CardChange(CustomerClass.PROSPECT, WANG, wants(null, 10L, null), CALLS)))
                    .isEmpty();
        }

        @Test
        void refusesABudgetThatEndsBeforeItBegins() {
            happen(told("XS-1", wants(null, 20L, 30L), null));

            assertThat(refused(new CardChange(null, NOTHING, wants(null, null, 19L), null)))
                    .isEqualTo(LeadRefusals.BUDGET_BACKWARDS);
            assertThat(accepted(new CardChange(null, NOTHING, wants(null, null, 20L), null)))
                    .hasSize(1);
        }

        @Test
        void refusesConsentGivenInTheFuture() {
            Consent ahead = new Consent(true, true, NOW.plus(Duration.ofMinutes(5)));

            assertThat(Registrar.flaw(ahead, NOW)).isEmpty();
            assertThat(Registrar.flaw(ahead, NOW.minusMillis(1))).contains(LeadRefusals.CONSENT_IN_FUTURE);
        }
    }

    @Nested
    class RegisteringAgain {
        @Test
        void joinsAnOpenLead() {
            happen(told("XS-1", null, null));

            var events = accepted(new RegistrationAgain(told("XS-2", wants("Corolla", null, null), null)));

            assertThat(events).hasExactlyElementsOfTypes(LeadRegisteredAgain.class, LeadCardUpdated.class);
            happen(new RegistrationAgain(told("XS-2", null, null)));
            assertThat(existing().joined()).containsExactly("XS-2");
            assertThat(existing().reference()).isEqualTo("XS-1");
            assertThat(existing().cardOrEmpty().registrations()).isEqualTo(2);
            assertThat(refused(new RegistrationAgain(told("XS-2", null, null))))
                    .isEqualTo(LeadRefusals.ALREADY_REGISTERED);
        }

        @Test
        void opensALostLeadAgainWhereItStood() {
            happen(told("XS-1", null, null));
            happen(new TestDrive("Corolla", NOW, NOW.plusSeconds(600)));
            happen(new Loss(LossReason.PRICE, "Civic"));

            var events = accepted(new RegistrationAgain(told("XS-2", null, null)));

            assertThat(events).hasExactlyElementsOfTypes(LeadRegisteredAgain.class, LeadReopened.class);
            assertThat(events.getLast())
                    .isInstanceOfSatisfying(
                            LeadReopened.class,
                            reopened -> assertThat(reopened.reason()).isEqualTo(ReopenReason.REGISTERED_AGAIN));
            happen(new RegistrationAgain(told("XS-2", null, null)));
            assertThat(existing().progress().stage()).isEqualTo(Stage.TEST_DRIVEN);
            assertThat(existing().progress().lossReason()).isNull();
            assertThat(existing().open()).isTrue();
        }

        @Test
        void findsSomebodyForACustomerWhoHasNobody() {
            happen(told("XS-1", null, null));
            happen(new Recall());

            happen(new RegistrationAgain(told("XS-2", null, null)));

            assertThat(existing().dimensions().advisorId()).isEqualTo("a1");
            assertThat(existing().recalled()).isNull();
        }

        @Test
        void makesTheLeadWhereItNeverCameAbout() {
            happen(new RegistrationAgain(told("XS-2", null, null)));
            assertThat(existing().reference()).isEqualTo("XS-2");

            // The first registration comes after all.
            happen(told("XS-1", null, null));
            assertThat(existing().joined()).containsExactly("XS-1");
            assertThat(refused(told("XS-2", null, null))).isEqualTo(LeadRefusals.ALREADY_REGISTERED);
        }

        @Test
        void doesNotJoinALeadWhoseCustomerHasBought() {
            happen(told("XS-1", null, null));
            happen(ORDER);
            happen(DELIVERY);

            assertThat(refused(new RegistrationAgain(told("XS-2", null, null))))
                    .isEqualTo(LeadRefusals.NOT_TO_BE_JOINED);
            // A fact that is told once more, long after, makes no second lead.
            assertThat(refused(new RegistrationAgain(told("XS-1", null, null))))
                    .isEqualTo(LeadRefusals.ALREADY_REGISTERED);
        }
    }

    @Nested
    class BeingMerged {
        @Test
        void closesTheOneAndKeepsTheOther() {
            happen(told("XS-1", null, null));

            assertThat(accepted(new Merge("lead-2", true, true))).hasExactlyElementsOfTypes(LeadMerged.class);
            happen(new Merge("lead-2", true, true));

            assertThat(existing().progress().stage()).isEqualTo(Stage.MERGED);
            assertThat(existing().cardOrEmpty().mergedInto()).isEqualTo("lead-2");
            assertThat(refused(new Loss(LossReason.PRICE, null))).isEqualTo(LeadRefusals.MERGED);
            assertThat(refused(new CardChange(null, NOTHING, null, CALLS))).isEqualTo(LeadRefusals.MERGED);
            assertThat(refused(new Merge("lead-3", true, true))).isEqualTo(LeadRefusals.MERGED);
        }

        @Test
        void isRefusedWhereNothingGoodCouldComeOfIt() {
            happen(told("XS-1", null, null));

            assertThat(refused(new Merge("lead-1", true, true))).isEqualTo(LeadRefusals.MERGE_INTO_ITSELF);
            assertThat(refused(new Merge("lead-2", false, true))).isEqualTo(LeadRefusals.MERGE_ACROSS_STORES);
            assertThat(refused(new Merge("lead-2", true, false))).isEqualTo(LeadRefusals.MERGE_INTO_CLOSED);
            happen(ORDER);
            assertThat(refused(new Merge("lead-2", true, true))).isEqualTo(LeadRefusals.ORDERED_GOES_ON);
        }

        @Test
        void isTakenDownOnceByTheLeadThatGoesOn() {
            happen(told("XS-1", null, null));

            assertThat(accepted(new Absorption("lead-2"))).hasExactlyElementsOfTypes(LeadAbsorbed.class);
            happen(new Absorption("lead-2"));
            assertThat(existing().absorbed()).containsExactly("lead-2");
            assertThat(accepted(new Absorption("lead-2"))).isEmpty();
            assertThat(accepted(new Absorption("lead-1"))).isEmpty();
        }
    }

    @Nested
    class Erased {
        @Test
        void isNobodysAndStaysWhatItCountedAs() {
            happen(told("XS-1", wants("Yunhai X5", null, null), CALLS));
            happen(ORDER);
            Lead before = existing();

            lead = before.erased(NOW);

            assertThat(existing().customer()).isEqualTo(NOTHING);
            assertThat(existing().cardOrEmpty().consent()).isNull();
            assertThat(existing().progress()).isEqualTo(before.progress());
            assertThat(existing().dimensions()).isEqualTo(before.dimensions());
            assertThat(existing().erased(NOW.plusSeconds(1))).isSameAs(existing());
        }

        @Test
        void takesNobodyOnItsCardAgain() {
            happen(told("XS-1", null, null));
            lead = existing().erased(NOW);

            assertThat(refused(new CardChange(null, WANG, null, null))).isEqualTo(LeadRefusals.ERASED);
            assertThat(refused(told("XS-1", null, null))).isEqualTo(LeadRefusals.ERASED);
            assertThat(refused(new RegistrationAgain(told("XS-2", null, null))))
                    .isEqualTo(LeadRefusals.NOT_TO_BE_JOINED);
        }
    }

    private void happen(LeadCommand command) {
        for (LeadEvent event : accepted(command)) {
            lead = behaviour.apply("lead-1", lead, event, NOW);
        }
    }

    private Lead existing() {
        return Objects.requireNonNull(lead);
    }

    private List<LeadEvent> accepted(LeadCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> events;
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private Refusal refused(LeadCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    private Decision<LeadEvent> decide(LeadCommand command) {
        return Lead.decide(lead, command, new Circumstances("lead-1", NOW, ZoneId.of("Asia/Shanghai"), ROSTER));
    }

    private static Interest wants(@Nullable String model, @Nullable Long from, @Nullable Long to) {
        return new Interest(model, null, from, to, null, null, null, null, null, null, null);
    }

    private static Registration told(String reference, @Nullable Interest interest, @Nullable Consent consent) {
        return new Registration(
                reference,
                Channel.WEB,
                CustomerClass.PROSPECT,
                WANG,
                null,
                null,
                null,
                List.of(),
                interest,
                consent,
                null);
    }
}
