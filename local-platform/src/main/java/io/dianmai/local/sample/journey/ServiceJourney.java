package io.dianmai.local.sample.journey;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.fact.AppointmentMade;
import io.dianmai.contracts.fact.ComplaintClosed;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.ComplaintReplied;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.SettlementReversed;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.org.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the appointment or the reception desk to the handover, and now and then to a complaint. */
final class ServiceJourney {
    private static final Odds<JobKind> KINDS = Odds.of(JobKind.MAINTENANCE, 48)
            .or(JobKind.GENERAL_REPAIR, 20)
            .or(JobKind.ACCIDENT, 10)
            .or(JobKind.WARRANTY, 9)
            .or(JobKind.PAINT, 8)
            .or(JobKind.BEAUTY, 4)
            .or(JobKind.INTERNAL, 1);
    private static final Odds<ComplaintCategory> COMPLAINTS = Odds.of(ComplaintCategory.WAITING, 34)
            .or(ComplaintCategory.QUALITY, 24)
            .or(ComplaintCategory.PRICE, 18)
            .or(ComplaintCategory.ATTITUDE, 14)
            .or(ComplaintCategory.PARTS, 10);

    private enum Bill {
        RIGHT,
        WRONG_AND_SEEN_AT_THE_DESK,
        WRONG_AND_SEEN_LATER
    }

    private static final Odds<Bill> BILLS =
            Odds.of(Bill.RIGHT, 96).or(Bill.WRONG_AND_SEEN_AT_THE_DESK, 2).or(Bill.WRONG_AND_SEEN_LATER, 2);

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String id;
    private final JobKind kind;
    private final String adviser;
    private final String model;
    private final String plate;

    private ServiceJourney(String id, Scene scene, Instant start) {
        this.id = id;
        this.scene = scene;
        this.chance = new Chance(id);
        this.diary = new Diary(id, scene.store().id(), start);
        this.kind = KINDS.draw(chance);
        this.adviser = scene.anyone(Role.SERVICE_ADVISER, chance);
        this.model = scene.anyModel(chance).name();
        this.plate = scene.anyPlate(chance);
    }

    /** All of it, however far it reaches. */
    static List<SampleFact> play(String id, Scene scene, Instant start) {
        var journey = new ServiceJourney(id, scene, start);
        journey.repair(journey.book());
        if (journey.chance.in(journey.complaintProbability())) {
            journey.complain();
        }
        return journey.diary.facts();
    }

    private @Nullable String book() {
        if (!chance.in(0.33)) {
            return null;
        }
        String reference = "YY-" + id;
        Instant appointed = scene.pace().afterDays(diary.now(), chance.between(0.8, 3.0));
        diary.note(new AppointmentMade(reference, kind, appointed, adviser, plate, model));
        diary.until(appointed);
        return reference;
    }

    private void repair(@Nullable String appointmentRef) {
        String reference = "WX-" + id;
        JobPlan plan = JobPlan.draw(kind, scene.store().brand().tier(), chance);
        Instant received = diary.now();
        Instant promised = scene.pace().afterMinutes(received, plan.promisedMinutes());
        diary.note(new VehicleReceived(reference, kind, appointmentRef, adviser, plate, model, promised));
        boolean kept = chance.in(scene.habits().punctuality());
        double minutes = plan.promisedMinutes() * (kept ? chance.between(0.65, 0.97) : chance.between(1.1, 1.9));
        diary.until(scene.pace().afterMinutes(received, minutes * 0.8));
        String technician = scene.anyone(Role.TECHNICIAN, chance);
        diary.note(new WorkFinished(reference, technician, plan.soldMinutes(), plan.actualMinutes()));
        diary.until(scene.pace().afterMinutes(received, minutes * 0.92));
        diary.note(new JobSettled(reference, plan.settlement(), plan.addOn()));
        var billing = new Chance("bill of " + id);
        Bill bill = BILLS.draw(billing);
        if (bill == Bill.WRONG_AND_SEEN_AT_THE_DESK) {
            billAgain(reference, plan, billing);
        }
        diary.until(scene.pace().afterMinutes(received, minutes));
        diary.note(new VehicleReturned(reference));
        if (bill == Bill.WRONG_AND_SEEN_LATER) {
            diary.until(scene.pace().afterDays(diary.now(), billing.between(0.8, 2.0)));
            billAgain(reference, plan, billing);
        }
    }

    private void billAgain(String reference, JobPlan plan, Chance billing) {
        diary.note(new SettlementReversed(reference, "漏扣会员工时折扣"));
        diary.until(scene.pace().afterMinutes(diary.now(), billing.between(2.0, 8.0)));
        diary.note(new JobSettled(reference, plan.discounted(), plan.addOn()));
    }

    /** Owners of vehicles that were promised and not ready complain more. */
    private double complaintProbability() {
        return 0.1 * (1.1 - scene.habits().punctuality());
    }

    private void complain() {
        String reference = "TS-" + id;
        passMinutes(20, 180);
        diary.note(new ComplaintReceived(reference, COMPLAINTS.draw(chance), adviser, model));
        if (chance.in(scene.habits().punctuality())) {
            passMinutes(4, 27);
        } else {
            passMinutes(35, 120);
        }
        diary.note(new ComplaintReplied(reference));
        passMinutes(60, 300);
        diary.note(new ComplaintClosed(reference, chance.in(0.8) ? chance.in(0.9) : null));
    }

    private void passMinutes(int least, int most) {
        diary.until(scene.pace().afterMinutes(diary.now(), chance.between((double) least, most)));
    }
}
