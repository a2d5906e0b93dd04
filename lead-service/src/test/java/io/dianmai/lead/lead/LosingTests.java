package io.dianmai.lead.lead;

import static io.dianmai.lead.lead.Course.day;
import static io.dianmai.lead.lead.Course.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Recall;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.SaleCommand.EffectiveContact;
import io.dianmai.lead.lead.SaleCommand.LossProposal;
import io.dianmai.lead.lead.SaleCommand.LossReview;
import io.dianmai.lead.lead.SaleCommand.Reactivation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** 战败: nobody is given up before three real conversations, nor without the manager's word; and many come back. */
class LosingTests {
    private static final Loss LOSS = new Loss(LossReason.PRICE, "Civic");
    private static final LossProposal PROPOSAL = new LossProposal(LossReason.PRODUCT, "Qin L", "a1", 3, true);
    private static final LossReview AGREED = new LossReview(true, "m1", "called him myself");
    private static final LossReview REFUSED = new LossReview(false, "m1", "offer the other engine");

    private final Course course = Course.begun();

    @Test
    void needsEffectiveContacts() {
        assertThat(course.refused(PROPOSAL, day(1)).detail()).contains("before 3", "3 missing");
        contact(2);
        assertThat(course.refused(PROPOSAL, day(1)).code()).isEqualTo("too-few-contacts");
        assertThat(course.refused(PROPOSAL, day(1)).detail()).contains("1 missing");
        contact(1);

        assertThat(course.happen(PROPOSAL, day(2)).getFirst())
                .isInstanceOfSatisfying(LeadLossProposed.class, proposed -> {
                    assertThat(proposed.reason()).isEqualTo(LossReason.PRODUCT);
                    assertThat(proposed.competitorModel()).isEqualTo("Qin L");
                    assertThat(proposed.advisorId()).isEqualTo("a1");
                    assertThat(proposed.effectiveContacts()).isEqualTo(3);
                });
        assertThat(stage()).isEqualTo(Stage.CONTACTED);
        assertThat(course.refused(PROPOSAL, day(3))).isEqualTo(SaleRefusals.LOSS_WAITS);
    }

    @Test
    void isFinalOnceTheManagerAgrees() {
        propose();

        assertThat(course.happen(AGREED, day(3)).getFirst()).isInstanceOfSatisfying(LeadLost.class, lost -> {
            assertThat(lost.reason()).isEqualTo(LossReason.PRODUCT);
            assertThat(lost.competitorModel()).isEqualTo("Qin L");
            assertThat(lost.reviewerId()).isEqualTo("m1");
        });
        assertThat(stage()).isEqualTo(Stage.LOST);
        assertThat(course.lead().soFar().lossProposed()).isNull();
        assertThat(course.lead().soFar().losses()).singleElement().satisfies(loss -> {
            assertThat(loss.note()).isEqualTo("called him myself");
            assertThat(loss.at()).isEqualTo(day(3));
            assertThat(loss.model()).isEqualTo("Yunhai X5");
        });
        assertThat(course.refused(AGREED, day(4))).isEqualTo(LeadRefusals.CLOSED);
    }

    @Test
    void leavesTheLeadOpenWhenTheManagerDoesNotAgree() {
        propose();

        assertThat(course.happen(REFUSED, day(3)).getFirst()).isInstanceOfSatisfying(LeadLossRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(LossReason.PRODUCT);
            assertThat(refused.reviewerId()).isEqualTo("m1");
            assertThat(refused.note()).isEqualTo("offer the other engine");
        });
        assertThat(stage()).isEqualTo(Stage.CONTACTED);
        assertThat(course.refused(REFUSED, day(4))).isEqualTo(SaleRefusals.NO_LOSS_WAITS);
        assertThat(course.happen(PROPOSAL, day(5))).hasExactlyElementsOfTypes(LeadLossProposed.class);
    }

    @Test
    void needsNoReviewWhereNoneIsAskedFor() {
        assertThat(course.happen(new LossProposal(LossReason.STOCK, null, "a1", 0, false), day(1))
                        .getFirst())
                .isInstanceOfSatisfying(
                        LeadLost.class, lost -> assertThat(lost.reviewerId()).isNull());
    }

    @Test
    void isOffTheTableOnceTheCustomerOrders() {
        propose();
        course.happen(order("SO-1", null), day(3));

        assertThat(course.lead().soFar().lossProposed()).isNull();
        assertThat(course.refused(AGREED, day(4))).isEqualTo(SaleRefusals.NO_LOSS_WAITS);
        assertThat(course.refused(PROPOSAL, day(4))).isEqualTo(SaleRefusals.ORDERED_NOT_GIVEN_UP);
        course.happen(new Cancellation("SO-1", null), day(5));
        assertThat(course.refused(AGREED, day(6))).isEqualTo(SaleRefusals.NO_LOSS_WAITS);
    }

    @Test
    void happensOnce() {
        course.happen(LOSS, day(1));

        assertThat(course.refused(LOSS, day(2))).isEqualTo(SaleRefusals.ALREADY_LOST);
        assertThat(course.refused(PROPOSAL, day(2))).isEqualTo(SaleRefusals.ALREADY_LOST);
    }

    @Test
    void isUndoneByWinningTheCustomerBack() {
        contact(3);
        course.happen(new StoreVisit(), day(2));
        course.happen(LOSS, day(3));

        assertThat(course.happen(new Reactivation(), day(60)))
                .singleElement()
                .isInstanceOfSatisfying(LeadReopened.class, reopened -> {
                    assertThat(reopened.reason()).isEqualTo(ReopenReason.REACTIVATED);
                    assertThat(reopened.dimensions().advisorId()).isEqualTo("a1");
                });
        assertThat(stage()).isEqualTo(Stage.VISITED);
        assertThat(course.lead().progress().lossReason()).isNull();
        assertThat(course.lead().soFar().losses()).hasSize(1);
        assertThat(course.lead().activity()).isEqualTo(new Activity(day(60), null));
        assertThat(course.refused(PROPOSAL, day(61)).detail()).contains("3 missing");
        assertThat(course.happen(order("SO-1", null), day(62))).isNotEmpty();
        assertThat(course.refused(new Reactivation(), day(63))).isEqualTo(SaleRefusals.NOT_LOST);
    }

    @Test
    void countsContactsAnewOnceTheCustomerIsWonBack() {
        course.happen(LOSS, day(3));
        course.happen(new Reactivation(), day(60));

        course.happen(new EffectiveContact(), day(3));
        assertThat(course.lead().soFar().contacts().effective()).isZero();
        course.happen(new EffectiveContact(), day(3).plusMillis(1));
        assertThat(course.lead().soFar().contacts().effective()).isEqualTo(1);
    }

    @Test
    void leavesACustomerWonBackInThePoolWhenTheOwnerHasLeft() {
        course.happen(LOSS, day(3));
        Instant june = Instant.parse("2026-06-02T02:00:00Z");

        assertThat(course.happen(new Reactivation(), june))
                .hasExactlyElementsOfTypes(LeadReopened.class, LeadRecalled.class);
        assertThat(course.lead().recalled()).isEqualTo(new Recalled(june, RecallReason.LEAVER, "a1"));
        assertThat(course.lead().dimensions().advisorId()).isNull();
    }

    @Test
    void leavesACustomerWonBackInThePoolWhereItWas() {
        course.happen(new Recall(), day(2));
        course.happen(LOSS, day(3));

        assertThat(course.happen(new Reactivation(), day(60))).hasExactlyElementsOfTypes(LeadReopened.class);
        assertThat(course.lead().recalled()).isNotNull();
    }

    @Test
    void opensALeadWithAnOrderWhereTheOrderHadBroughtIt() {
        course.happen(order("SO-1", null), day(2));
        course.happen(LOSS, day(3));
        course.happen(new Reactivation(), day(4));

        assertThat(stage()).isEqualTo(Stage.ORDERED);
        assertThat(course.happen(new Cancellation("SO-1", null), day(5))).isNotEmpty();
    }

    private void propose() {
        contact(3);
        course.happen(PROPOSAL, day(2));
    }

    private void contact(int times) {
        for (int time = 0; time < times; time++) {
            course.happen(new EffectiveContact(), day(1));
        }
    }

    private Stage stage() {
        return course.lead().progress().stage();
    }
}
