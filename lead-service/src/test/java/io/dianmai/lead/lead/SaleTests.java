package io.dianmai.lead.lead;

import static io.dianmai.lead.lead.Course.day;
import static io.dianmai.lead.lead.Course.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.lead.deal.Deal;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import io.dianmai.lead.lead.SaleCommand.EffectiveContact;
import io.dianmai.lead.lead.SaleCommand.Quotation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** 洽谈: how far a sale has come, from the first contact to the keys. */
class SaleTests {
    private static final EffectiveContact CONTACT = new EffectiveContact();
    private static final Delivery DELIVERY = new Delivery("SO-1", 800_000, 120_000, true, false, true, 30);

    private final Course course = Course.begun();

    @Nested
    class Contacts {
        @Test
        void tellTheFirstAndCountAll() {
            assertThat(course.happen(CONTACT, day(1))).hasExactlyElementsOfTypes(LeadContacted.class);
            assertThat(course.happen(CONTACT, day(2))).isEmpty();

            assertThat(stage()).isEqualTo(Stage.CONTACTED);
            assertThat(deal().contacts().effective()).isEqualTo(2);
            assertThat(deal().contacts().firstAt()).isEqualTo(day(1));
            assertThat(course.lead().activity()).isEqualTo(new Activity(day(2), null));
        }

        @Test
        void neverPutALeadBack() {
            course.happen(new StoreVisit(), day(2));

            assertThat(course.happen(CONTACT, day(1))).hasExactlyElementsOfTypes(LeadContacted.class);
            assertThat(stage()).isEqualTo(Stage.VISITED);
            assertThat(course.lead().activity()).isEqualTo(new Activity(day(2), null));
        }

        @Test
        void countUntilTheEndAlsoWhenToldAfterIt() {
            course.happen(new Loss(LossReason.PRICE, null), day(5));

            assertThat(course.happen(CONTACT, day(5).plusMillis(1))).isEmpty();
            assertThat(deal().contacts().effective()).isZero();
            assertThat(course.happen(CONTACT, day(5))).hasExactlyElementsOfTypes(LeadContacted.class);
            assertThat(deal().contacts().effective()).isEqualTo(1);
            assertThat(stage()).isEqualTo(Stage.LOST);
        }
    }

    @Nested
    class TestDrives {
        @Test
        void keepWhatWasToldOfThem() {
            var drive = new TestDrive(
                    "Yunhai X5", day(1), day(1).plus(Duration.ofMinutes(25)), "T-7", "hills", 5, "quiet", day(2));

            assertThat(course.happen(drive, day(2)).getFirst()).isInstanceOfSatisfying(LeadTestDriven.class, driven -> {
                assertThat(driven.vehicleRef()).isEqualTo("T-7");
                assertThat(driven.route()).isEqualTo("hills");
                assertThat(driven.rating()).isEqualTo(5);
                assertThat(driven.feedback()).isEqualTo("quiet");
                assertThat(driven.minutes()).isEqualTo(25);
            });
            assertThat(deal().testDrives()).singleElement().satisfies(kept -> {
                assertThat(kept.startedAt()).isEqualTo(day(1));
                assertThat(kept.rating()).isEqualTo(5);
            });
        }

        @Test
        void areOverWhenTheyAreTold() {
            Instant told = day(3);
            Duration clocksApart = Duration.ofMinutes(5);

            assertThat(course.refused(drive(told, told.plus(clocksApart).plusMillis(1), told), told))
                    .isEqualTo(SaleRefusals.TEST_DRIVE_AHEAD);
            assertThat(course.happen(drive(told, told.plus(clocksApart), told), told))
                    .hasSize(1);
        }

        @Test
        void areKeptUpToTwenty() {
            for (int number = 1; number <= Deal.KEPT + 1; number++) {
                course.happen(drive(day(number), day(number), null), day(number));
            }

            assertThat(deal().testDrives()).hasSize(Deal.KEPT);
            assertThat(deal().testDrives().getFirst().number()).isEqualTo(2);
        }

        private TestDrive drive(Instant from, Instant to, @Nullable Instant told) {
            return new TestDrive("Yunhai X5", from, to, null, null, null, null, told);
        }
    }

    @Nested
    class Quotes {
        @Test
        void beginTheNegotiation() {
            var quote = new Quotation("Q-1", "Yunhai X5", 14_000_000, 600_000, true, day(9));

            assertThat(course.happen(quote, day(2)).getFirst()).isInstanceOfSatisfying(LeadQuoted.class, quoted -> {
                assertThat(quoted.quoteId()).isEqualTo("Q-1");
                assertThat(quoted.price()).isEqualTo(14_000_000);
                assertThat(quoted.validUntil()).isEqualTo(day(9));
                assertThat(quoted.quoteNumber()).isEqualTo(1);
            });
            assertThat(stage()).isEqualTo(Stage.NEGOTIATING);
            assertThat(deal().quotesGiven()).isEqualTo(1);
            assertThat(course.refused(quote, day(3))).isEqualTo(SaleRefusals.QUOTE_KNOWN);
        }

        @Test
        void makeSenseInThemselves() {
            assertThat(course.refused(quote(100, 101, null), day(1))).isEqualTo(SaleRefusals.DISCOUNT_ABOVE_PRICE);
            assertThat(course.refused(quote(100, 100, day(1).minusMillis(1)), day(1)))
                    .isEqualTo(SaleRefusals.QUOTE_EXPIRED);
            assertThat(course.happen(quote(100, 100, day(1)), day(1))).hasSize(1);
        }

        @Test
        void holdTheStageWhenTheOrderIsTakenBack() {
            course.happen(quote(100, 0, null), day(1));
            course.happen(order("SO-1", null), day(2));
            course.happen(new Cancellation("SO-1", null), day(3));

            assertThat(stage()).isEqualTo(Stage.NEGOTIATING);
        }

        private Quotation quote(long price, long discount, @Nullable Instant validUntil) {
            return new Quotation("Q-1", "Yunhai X5", price, discount, false, validUntil);
        }
    }

    @Nested
    class Deliveries {
        @Test
        void nameTheVehicleThatTheOrderIsFor() {
            var terms = new OrderTerms(null, null, null, null, null, null, "VIN-REF-9");
            course.happen(new Order("SO-1", "Corolla", 15_000_000, 0, false, null, null, terms), day(1));

            assertThat(course.happen(DELIVERY, day(2)).getFirst())
                    .isInstanceOfSatisfying(
                            LeadDelivered.class,
                            delivered -> assertThat(delivered.stockVehicleRef()).isEqualTo("VIN-REF-9"));
        }

        @Test
        void happenOnce() {
            course.happen(order("SO-1", null), day(1));
            course.happen(DELIVERY, day(2));

            assertThat(course.refused(DELIVERY, day(3))).isEqualTo(SaleRefusals.ALREADY_DELIVERED);
            assertThat(course.refused(new Loss(LossReason.PRICE, null), day(3))).isEqualTo(LeadRefusals.CLOSED);
        }
    }

    private Stage stage() {
        return course.lead().progress().stage();
    }

    private Deal deal() {
        return course.lead().soFar();
    }
}
