package io.dianmai.lead.lead;

import static io.dianmai.lead.lead.Deciding.REGISTERED;
import static io.dianmai.lead.lead.Deciding.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.Urgency;
import io.dianmai.lead.grading.Score;
import io.dianmai.lead.grading.TestYardsticks;
import io.dianmai.lead.grading.Yardstick;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.ContactLapse;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.ResponseLapse;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTests {
    private static final TestDrive DRIVE =
            new TestDrive("Yunhai X5", REGISTERED, REGISTERED.plus(Duration.ofMinutes(20)));

    private final Deciding shipped = new Deciding(Yardstick.shipped());
    private final Deciding choosy = new Deciding(TestYardsticks.threshold(20));

    @Test
    void byWhatShipsNothingChangesForALeadOfWhichNothingIsTold() {
        assertThat(shipped.happens(registration(null)))
                .hasExactlyElementsOfTypes(LeadRegistered.class, LeadAssigned.class, LeadGraded.class);
        assertThat(shipped.happens(new StoreVisit())).hasExactlyElementsOfTypes(LeadVisited.class);
        assertThat(shipped.happens(DRIVE)).hasExactlyElementsOfTypes(LeadTestDriven.class);
        assertThat(shipped.lead().knownOutlook().score()).isNull();
    }

    @Test
    void whatTheCardTellsIsScoredAndSoIsWhatComesAfter() {
        shipped.happens(registration(null));
        shipped.happens(card(shipped, Urgency.HIGH));
        // 25 for the urgency, 10 for a young lead, 6 for the visit.
        assertThat(shipped.happens(new StoreVisit()).getLast()).isInstanceOfSatisfying(LeadScored.class, scored -> {
            assertThat(scored.score()).isEqualTo(41);
            assertThat(scored.nurture()).isFalse();
            assertThat(scored.dimensions()).isEqualTo(shipped.lead().dimensions());
        });
        assertThat(shipped.lead().knownOutlook().score()).isEqualTo(new Score(41, 0, false));
    }

    @Test
    void aNewLeadBelowTheThresholdIsGivenToNobody() {
        var events = choosy.happens(registration(null));

        assertThat(events).hasExactlyElementsOfTypes(LeadRegistered.class, LeadGraded.class, LeadScored.class);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.dimensions().advisorId()).isNull());
        assertThat(events.getLast()).isEqualTo(new LeadScored(choosy.lead().dimensions(), 10, 20, true));
        assertThat(choosy.lead().waitsForMarketing()).isTrue();
        assertThat(choosy.happens(new ResponseLapse(null, REGISTERED.plusSeconds(9))))
                .isEmpty();
        assertThat(choosy.happens(new ContactLapse(null, REGISTERED.plusSeconds(9), REGISTERED.plusSeconds(9))))
                .isEmpty();
    }

    @Test
    void onceItIsNotBelowAnyMoreSomebodyGetsIt() {
        choosy.happens(registration(null));
        assertThat(choosy.happens(new StoreVisit())).hasExactlyElementsOfTypes(LeadVisited.class, LeadScored.class);
        assertThat(choosy.lead().waitsForMarketing()).isTrue();

        var events = choosy.happens(DRIVE);

        assertThat(events).hasExactlyElementsOfTypes(LeadTestDriven.class, LeadScored.class, LeadAssigned.class);
        assertThat(events.getLast()).isInstanceOfSatisfying(LeadAssigned.class, assigned -> {
            assertThat(assigned.reason()).isEqualTo(AssignmentReason.RULE);
            assertThat(assigned.advisorId()).isIn("a1", "a2");
        });
        assertThat(choosy.lead().waitsForMarketing()).isFalse();
    }

    @Test
    void whoeverIsNamedGetsItAndKeepsItWhateverItScores() {
        assertThat(choosy.happens(registration("a2")))
                .hasExactlyElementsOfTypes(
                        LeadRegistered.class, LeadAssigned.class, LeadGraded.class, LeadScored.class);
        assertThat(choosy.lead().dimensions().advisorId()).isEqualTo("a2");
        assertThat(choosy.lead().waitsForMarketing()).isFalse();
        assertThat(choosy.happens(new StoreVisit())).hasExactlyElementsOfTypes(LeadVisited.class, LeadScored.class);
        assertThat(choosy.happens(DRIVE)).hasExactlyElementsOfTypes(LeadTestDriven.class, LeadScored.class);
    }

    @Test
    void aManagerGivesItAllTheSame() {
        choosy.happens(registration(null));
        assertThat(choosy.happens(new Assignment("a1"))).hasExactlyElementsOfTypes(LeadAssigned.class);
        assertThat(choosy.lead().waitsForMarketing()).isFalse();
    }

    @Test
    void theSameScoreIsNoNewsButAnotherSideOfTheThresholdIs() {
        choosy.happens(registration("a1"));
        choosy.happens(new StoreVisit());
        choosy.happens(new StoreVisit());
        choosy.happens(new StoreVisit());
        assertThat(choosy.happens(new StoreVisit())).hasExactlyElementsOfTypes(LeadVisited.class);
        choosy.goBy(TestYardsticks.threshold(90));
        assertThat(choosy.happens(new StoreVisit()).getLast())
                .isEqualTo(new LeadScored(choosy.lead().dimensions(), 25, 90, true));
    }

    @Test
    void whoComesAfterTheEndIsNotScored() {
        choosy.happens(registration("a1"));
        assertThat(choosy.happens(new Loss(LossReason.PRICE, null))).hasExactlyElementsOfTypes(LeadLost.class);
        assertThat(choosy.happens(new StoreVisit())).hasExactlyElementsOfTypes(LeadVisited.class);
    }

    private static LeadCardUpdated card(Deciding deciding, Urgency urgency) {
        Lead lead = deciding.lead();
        var interest = new Interest(null, null, null, null, null, null, null, null, urgency, null, List.of());
        return new LeadCardUpdated(lead.dimensions(), lead.customerClass(), lead.customer(), interest, null);
    }
}
