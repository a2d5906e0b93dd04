package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kpi.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens to many leads, tasks, jobs and complaints of a few stores, at any time and in no good order. */
final class RandomHistories {
    static final Map<String, String> ZONES =
            Map.of("S0", "Asia/Shanghai", "S1", "America/New_York", "S2", "Pacific/Auckland", "S3", "Asia/Kathmandu");

    private static final Instant NOON = Instant.parse("2026-10-30T04:00:00Z");

    private final Random random;

    RandomHistories(Random random) {
        this.random = random;
    }

    /** Histories of aggregates, among them the stores; of some an event got lost. */
    List<List<Envelope<EventData>>> ofEach(int leads) {
        List<List<Envelope<EventData>>> histories = new ArrayList<>();
        ZONES.forEach((store, zone) -> histories.add(History.of(store, store)
                .then(NOON, History.published(store, zone))
                .then(NOON, History.published(store, zone))
                .events()));
        for (int i = 0; i < leads; i++) {
            histories.add(withLoss(lead("L" + i)));
            histories.add(withLoss(task("L" + i)));
            histories.add(withLoss(job("R" + i)));
            histories.add(withLoss(complaint("C" + i)));
            histories.add(withLoss(vehicle("V" + i)));
            histories.add(withLoss(activity("E" + i)));
        }
        return histories;
    }

    private List<Envelope<EventData>> withLoss(History history) {
        List<Envelope<EventData>> events = new ArrayList<>(history.events());
        if (random.nextInt(8) == 0) {
            events.remove(random.nextInt(events.size()));
        }
        return events;
    }

    private History lead(String id) {
        LeadDimensions at = dimensions();
        LeadOrdered ordered =
                new LeadOrdered(at, "O1", 9, 1, random.nextBoolean(), random.nextInt(90), null, timeOrNull());
        Instant orderedAt = time();
        History lead = History.of(store(), id)
                .then(
                        time(),
                        new LeadRegistered(at, CustomerClass.PROSPECT, new MaskedCustomer(null, null, null), null))
                .then(time(), new LeadVisited(at, 1))
                .then(time(), new LeadVisited(dimensions(), 2))
                .then(time(), new LeadContacted(dimensions()))
                .then(time(), new LeadRegisteredAgain(dimensions(), Channel.WEB, null, null, null))
                .then(time(), new LeadClashed(dimensions(), "S9", NOON, NOON))
                .then(time(), new LeadQuoted(dimensions(), "Q1", "M1", 9, 1, false, null, 1 + random.nextInt(2)))
                .then(orderedAt, ordered);
        if (random.nextInt(4) == 0) {
            return lead.then(time(), new LeadMerged(dimensions(), "L0"));
        }
        if (random.nextBoolean()) {
            lead.then(time(), moved(dimensions(), timeOrNull(), ordered.expectedPayment()));
        }
        if (random.nextBoolean()) {
            lead.then(time(), cancelled(orderedAt, ordered));
            if (random.nextBoolean()) {
                return lost(lead, at);
            }
            lead.then(time(), new LeadOrdered(dimensions(), "O2", 1, 1, true, 7, null, null));
        }
        lead.then(time(), new LeadPaymentReceived(dimensions(), "O1", "P1", random.nextInt(9) - 3, 0, 0, null));
        return lead.then(
                time(),
                new LeadDelivered(at, "O", random.nextInt(900) - 300, 5, random.nextBoolean(), false, false, 9));
    }

    private LeadOrderChanged moved(LeadDimensions at, @Nullable Instant payment, @Nullable Instant before) {
        return new LeadOrderChanged(at, "O1", random.nextInt(9), null, payment, null, before);
    }

    private LeadOrderCancelled cancelled(Instant orderedAt, LeadOrdered ordered) {
        return random.nextBoolean()
                ? new LeadOrderCancelled(dimensions(), "O1", orderedAt, ordered, null)
                : new LeadOrderCancelled(
                        dimensions(), "O1", orderedAt, ordered, null, (long) random.nextInt(9), timeOrNull());
    }

    private History lost(History lead, LeadDimensions at) {
        return lead.then(time(), new LeadLossProposed(dimensions(), LossReason.PRICE, null, null, 3))
                .then(time(), new LeadLossRefused(dimensions(), LossReason.PRICE, "A9", null))
                .then(time(), new LeadLost(at, LossReason.PRICE, orNull("X" + random.nextInt(3))))
                .then(time(), new LeadReopened(dimensions(), ReopenReason.REACTIVATED));
    }

    /** In stock for some weeks, often for about 90 days, from another store or new. */
    private History vehicle(String id) {
        var vehicle = new StockVehicle(id, "M" + random.nextInt(3), null, null, false, false);
        Instant agedFrom = NOON.minus(Duration.ofHours(random.nextInt(2_000)));
        Instant came = agedFrom.plus(Duration.ofHours(random.nextInt(3_000)));
        Instant left = random.nextBoolean()
                ? agedFrom.plus(Duration.ofDays(90)).plusMillis(random.nextInt(3) - 1)
                : agedFrom.plus(Duration.ofHours(random.nextInt(4_000)));
        History history = History.of(store(), id).then(came, new VehicleStocked(vehicle, 9, agedFrom, null));
        return switch (random.nextInt(3)) {
            case 0 -> history;
            case 1 -> history.then(left, new VehicleSold(vehicle, null, 9, agedFrom));
            default -> history.then(left, new VehicleTransferred(vehicle, "S9", 9, agedFrom));
        };
    }

    private History activity(String id) {
        return History.of(store(), id)
                .then(time(), new MarketingCostBooked(id, Channel.EVENT, "C1", random.nextInt(900)))
                .then(time(), new MarketingCostBooked(null, Channel.WEB, "C2", random.nextInt(900) - 300));
    }

    private History task(String lead) {
        LeadDimensions first = dimensions();
        LeadDimensions then = random.nextBoolean() ? first : dimensions();
        TaskPurpose purpose = oneOf(TaskPurpose.values());
        History task = History.of(store(), lead).then(time(), new FollowUpScheduled(first, "T", purpose, NOON));
        boolean overdue = random.nextBoolean();
        if (overdue) {
            task.then(time(), new FollowUpOverdue(first, "T", purpose, NOON));
        }
        task.then(time(), new FollowUpReassigned(then, "T", purpose, NOON, "A9", overdue ? first : null));
        if (random.nextInt(4) == 0) {
            return task.then(
                    time(), new FollowUpSkipped(then, "T", purpose, NOON, "why", overdue, overdue ? then : null));
        }
        return random.nextInt(3) == 0
                ? task
                : task.then(
                        time(),
                        new FollowUpDone(
                                then,
                                "T",
                                purpose,
                                NOON,
                                !overdue,
                                overdue,
                                overdue ? then : null,
                                random.nextInt(99)));
    }

    private History job(String id) {
        JobDimensions at = new JobDimensions(orNull("K" + random.nextInt(3)), orNull("W1"), orNull("M1"));
        JobKind kind = oneOf(JobKind.values());
        RepairOrderSettled settled = settled(at, kind);
        Instant settledAt = time();
        History job = History.of(store(), id).then(settledAt, settled);
        return random.nextBoolean()
                ? job
                : job.then(time(), new RepairOrderSettlementReversed(at, kind, settledAt, settled, null))
                        .then(time(), settled(at, kind));
    }

    private RepairOrderSettled settled(JobDimensions at, JobKind kind) {
        Settlement money = new Settlement(random.nextInt(500), random.nextInt(500), 7, 3, 1, random.nextInt(800));
        return new RepairOrderSettled(at, kind, money, random.nextBoolean());
    }

    private History complaint(String id) {
        JobDimensions at = new JobDimensions(orNull("K1"), null, null);
        ComplaintCategory category = oneOf(ComplaintCategory.values());
        return History.of(store(), id)
                .then(time(), new ComplaintOpened(at, category, NOON, NOON))
                .then(time(), new ComplaintResolved(at, category, random.nextBoolean(), random.nextBoolean()));
    }

    private LeadDimensions dimensions() {
        return new LeadDimensions(
                oneOf(new Channel[] {Channel.WEB, Channel.PHONE, Channel.WALK_IN, Channel.VIP}),
                orNull("E" + random.nextInt(2)),
                orNull("M" + random.nextInt(3)),
                orNull("A" + random.nextInt(4)),
                orNull("T1"),
                random.nextInt(4) == 0 ? null : time());
    }

    private String store() {
        return "S" + random.nextInt(ZONES.size());
    }

    /** Often at a midnight or the turn of a month or year of some zone. */
    private Instant time() {
        return NOON.plus(Duration.ofHours(random.nextInt(2_000))).plusMillis(random.nextInt(3) - 1);
    }

    private @Nullable Instant timeOrNull() {
        return random.nextInt(3) == 0 ? null : time();
    }

    private @Nullable String orNull(String value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
