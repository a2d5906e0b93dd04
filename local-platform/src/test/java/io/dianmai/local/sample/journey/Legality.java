package io.dianmai.local.sample.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityDropped;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.AppointmentMade;
import io.dianmai.contracts.fact.ComplaintClosed;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.ComplaintReplied;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.FollowUpPassedOver;
import io.dianmai.contracts.fact.FollowUpPutOff;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.LeadAssessed;
import io.dianmai.contracts.fact.LeadCardChanged;
import io.dianmai.contracts.fact.LeadHandedTo;
import io.dianmai.contracts.fact.LeadReactivated;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.LeadTakenBack;
import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderChanged;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.PaymentReceived;
import io.dianmai.contracts.fact.QuoteGiven;
import io.dianmai.contracts.fact.SettlementReversed;
import io.dianmai.contracts.fact.StockAllocated;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StockReleased;
import io.dianmai.contracts.fact.StockSold;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.contracts.fact.TestDriveTaken;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows facts in their order and fails at the first that its service would refuse. */
final class Legality {
    private final Map<String, String> stages = new HashMap<>();

    void follow(SampleFact fact) {
        Instant time = fact.time();
        switch (fact.data()) {
            case VisitReceived visit -> go(visit.visitRef(), "logged");
            case LeadReceived lead -> go(lead.leadRef(), "open");
            case LeadHandedTo handed -> go(handed.leadRef(), "open", "open");
            case LeadAssessed assessed -> go(assessed.leadRef(), "open", "open");
            case TestDriveTaken drive -> {
                go(drive.leadRef(), "open", "open");
                assertThat(drive.startedAt()).isBeforeOrEqualTo(drive.endedAt());
                assertThat(drive.endedAt()).isBeforeOrEqualTo(time);
            }
            case ContactMade contact -> {
                go(contact.leadRef(), "open", "open");
                assertLater(contact.nextContactAt(), time);
            }
            case OrderSigned order -> {
                go(order.leadRef(), "ordered " + order.orderRef(), "open");
                go(order.orderRef(), "signed");
                assertLater(order.expectedDelivery(), time);
                assertLater(order.expectedPayment(), time);
            }
            case OrderCancelled cancelled -> go(cancelled.leadRef(), "open", "ordered " + cancelled.orderRef());
            case VehicleDelivered delivered -> go(delivered.leadRef(), "closed", "ordered " + delivered.orderRef());
            case CustomerLost lost -> go(lost.leadRef(), "closed", "open");
            case AppointmentMade appointment -> {
                go(appointment.appointmentRef(), "booked");
                assertLater(appointment.appointedAt(), time);
            }
            case VehicleReceived received -> {
                go(received.orderRef(), "received");
                assertLater(received.promisedAt(), time);
                if (received.appointmentRef() != null) {
                    go(received.appointmentRef(), "kept", "booked");
                }
            }
            case WorkFinished finished -> go(finished.orderRef(), "finished", "received");
            case JobSettled settled -> {
                boolean left = "returned unbilled".equals(stages.get(settled.orderRef()));
                go(settled.orderRef(), left ? "returned" : "settled", left ? "returned unbilled" : "finished");
            }
            case SettlementReversed reversed -> {
                boolean left = "returned".equals(stages.get(reversed.orderRef()));
                go(reversed.orderRef(), left ? "returned unbilled" : "finished", left ? "returned" : "settled");
            }
            case VehicleReturned returned -> go(returned.orderRef(), "returned", "settled");
            case ComplaintReceived received -> go(received.complaintRef(), "received");
            case LeadCardChanged card -> go(card.leadRef(), "open", "open");
            case LeadTakenBack back -> go(back.leadRef(), "open", "open");
            case LeadReactivated back -> go(back.leadRef(), "open", "closed");
            case QuoteGiven quote -> {
                go(quote.leadRef(), "open", "open");
                assertLater(quote.validUntil(), time);
            }
            case OrderChanged changed -> {
                is(changed.leadRef(), "ordered " + changed.orderRef());
                assertLater(changed.expectedDelivery(), time);
                assertLater(changed.expectedPayment(), time);
            }
            case PaymentReceived payment -> {
                is(payment.orderRef(), "signed");
                go(payment.paymentRef(), "paid");
                assertThat(payment.amount()).isPositive();
            }
            case FollowUpPutOff late -> {
                is(late.leadRef(), "open");
                assertLater(late.until(), time);
            }
            case FollowUpPassedOver left -> is(left.leadRef(), "open");
            case StockReceived vehicle -> {
                go(vehicle.vehicleRef(), "in stock");
                assertThat(vehicle.agedFrom()).isBeforeOrEqualTo(time);
            }
            case StockAllocated vehicle -> go(vehicle.vehicleRef(), "kept", "in stock");
            case StockReleased vehicle -> go(vehicle.vehicleRef(), "in stock", "kept");
            case StockSold vehicle -> go(vehicle.vehicleRef(), "gone", "in stock");
            case StockTransferred vehicle -> go(vehicle.vehicleRef(), "gone", "in stock");
            case ActivityAnnounced activity -> go(activity.activityId(), "planned");
            case ActivityMoved activity ->
                assertThat(stages.put(activity.activityId(), activity.phase().name()))
                        .as(activity.activityId())
                        .isNotNull()
                        .isNotEqualTo("dropped");
            case ActivityDropped activity -> go(activity.activityId(), "dropped", "planned");
            case CostBooked cost -> go(cost.costRef(), "booked");
            case ComplaintReplied replied -> go(replied.complaintRef(), "replied", "received");
            case ComplaintClosed closed -> go(closed.complaintRef(), "closed", "replied");
        }
    }

    private void go(String reference, String to) {
        assertThat(stages.put(reference, to)).as(reference).isNull();
    }

    private void go(String reference, String to, String from) {
        assertThat(stages.put(reference, to)).as(reference).isEqualTo(from);
    }

    private void is(String reference, String stage) {
        assertThat(stages.get(reference)).as(reference).isEqualTo(stage);
    }

    private static void assertLater(@Nullable Instant promised, Instant time) {
        if (promised != null) {
            assertThat(promised).isAfter(time);
        }
    }
}
