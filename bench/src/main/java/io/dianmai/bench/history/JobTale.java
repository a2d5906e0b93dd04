package io.dianmai.bench.history;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.AppointmentBooked;
import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A job of the workshop with its appointment, and now and then a complaint: about five events in a day or two. */
final class JobTale {
    private static final List<JobKind> KINDS = List.of(JobKind.values());
    private static final List<ComplaintCategory> CATEGORIES = List.of(ComplaintCategory.values());
    private static final List<String> MODELS = List.of("M1", "M3", "M5", "M7", "X1", "X3", "X5", "E1");
    private static final Duration PROMISE = Duration.ofHours(6);

    private final Tale tale;
    private final JobDimensions dimensions;
    private final JobKind kind;

    private JobTale(Tale tale) {
        this.tale = tale;
        int adviser = tale.below(Group.ADVISERS);
        this.dimensions = new JobDimensions(
                Group.adviser(tale.store(), adviser), Group.team(tale.store(), adviser), tale.oneOf(MODELS));
        this.kind = tale.oneOf(KINDS);
    }

    static List<Envelope<EventData>> told(Tale tale) {
        var job = new JobTale(tale);
        job.repair(job.appointment());
        if (tale.chance(6)) {
            job.complain();
        }
        return tale.events();
    }

    private boolean appointment() {
        boolean booked = tale.chance(40);
        if (booked) {
            Instant appointed = tale.now().plus(Duration.ofHours(20));
            tale.subject().tell(new AppointmentBooked(dimensions, kind, appointed));
            tale.after(Duration.ofHours(20));
        }
        return booked;
    }

    private void repair(boolean booked) {
        Tale.Subject job = tale.subject();
        Instant promised = tale.now().plus(PROMISE);
        job.tell(new RepairOrderOpened(dimensions, kind, booked, "0b2a1d0c7b8e116f1c1f6e6d5c5a3e9f", promised));
        tale.after(Duration.ofHours(1 + tale.below(5)));
        job.tell(new RepairOrderFinished(dimensions, kind, tale.store() + "-K1", 120, 80 + tale.below(60)));
        tale.after(Duration.ofMinutes(20));
        job.tell(new RepairOrderSettled(dimensions, kind, settlement(), tale.chance(25)));
        tale.after(Duration.ofMinutes(30));
        boolean onTime = !tale.now().isAfter(promised);
        job.tell(new RepairOrderHandedOver(dimensions, kind, promised, onTime));
    }

    private Settlement settlement() {
        return new Settlement(20_000L + tale.below(90_000), 50_000, 5_000, 1_000, 700, 41_000);
    }

    private void complain() {
        Tale.Subject complaint = tale.subject();
        ComplaintCategory category = tale.oneOf(CATEGORIES);
        tale.after(Duration.ofHours(2));
        Instant answer = tale.now().plus(Duration.ofMinutes(30));
        complaint.tell(
                new ComplaintOpened(dimensions, category, answer, tale.now().plus(Duration.ofDays(1))));
        tale.after(Duration.ofMinutes(20));
        complaint.tell(new ComplaintAnswered(dimensions, category, true));
        tale.after(Duration.ofHours(5));
        complaint.tell(new ComplaintResolved(dimensions, category, true, tale.chance(70)));
    }
}
