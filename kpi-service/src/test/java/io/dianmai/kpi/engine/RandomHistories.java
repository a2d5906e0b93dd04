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
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
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
        LeadOrdered ordered = new LeadOrdered(at, "O1", 1, 1, random.nextBoolean(), random.nextInt(90), null, null);
        Instant orderedAt = time();
        History lead = History.of(store(), id)
                .then(
                        time(),
                        new LeadRegistered(at, CustomerClass.PROSPECT, new MaskedCustomer(null, null, null), null))
                .then(time(), new LeadVisited(at, 1))
                .then(time(), new LeadVisited(dimensions(), 2))
                .then(orderedAt, ordered);
        if (random.nextBoolean()) {
            lead.then(time(), new LeadOrderCancelled(dimensions(), "O1", orderedAt, ordered, null));
            if (random.nextBoolean()) {
                return lead.then(time(), new LeadLost(at, LossReason.PRICE, orNull("X" + random.nextInt(3))));
            }
            lead.then(time(), new LeadOrdered(dimensions(), "O2", 1, 1, true, 7, null, null));
        }
        return lead.then(
                time(),
                new LeadDelivered(at, "O", random.nextInt(900) - 300, 5, random.nextBoolean(), false, false, 9));
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

    private @Nullable String orNull(String value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
