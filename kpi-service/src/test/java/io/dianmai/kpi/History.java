package io.dianmai.kpi;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
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
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events of one aggregate, in order, numbered from 1. */
public final class History {
    private final String store;
    private final String aggregate;
    private final List<Envelope<EventData>> events = new ArrayList<>();

    private History(String store, String aggregate) {
        this.store = store;
        this.aggregate = aggregate;
    }

    public static History of(String store, String aggregate) {
        return new History(store, aggregate);
    }

    public History then(Instant time, EventData data) {
        return then(time, time, data);
    }

    public History then(Instant time, Instant recorded, EventData data) {
        events.add(new Envelope<>(
                AggregateIds.next(),
                URI.create("/test"),
                aggregate,
                time,
                store,
                events.size() + 1L,
                recorded,
                null,
                data));
        return this;
    }

    public List<Envelope<EventData>> events() {
        return List.copyOf(events);
    }

    public Envelope<EventData> last() {
        return events.getLast();
    }

    public static LeadDimensions dimensions(Channel channel, @Nullable String advisor) {
        return new LeadDimensions(channel, null, "M5", advisor, "T1", null);
    }

    public static LeadRegistered registered(Channel channel, String advisor) {
        return new LeadRegistered(
                dimensions(channel, advisor), CustomerClass.PROSPECT, new MaskedCustomer(null, null, null), null);
    }

    public static FollowUpScheduled scheduled(String task, TaskPurpose purpose, Instant dueAt) {
        return new FollowUpScheduled(dimensions(Channel.WEB, "A1"), task, purpose, dueAt);
    }

    public static FollowUpDone done(String task, TaskPurpose purpose, Instant dueAt, boolean wasOverdue) {
        return new FollowUpDone(dimensions(Channel.WEB, "A1"), task, purpose, dueAt, !wasOverdue, wasOverdue, null, 12);
    }

    public static StorePublished published(String store, String zone) {
        return new StorePublished(
                store,
                "店 " + store,
                "R1",
                "East",
                "B1",
                "Brand",
                Tier.MID,
                zone,
                10,
                30,
                new BusinessHours(Map.of(), Set.of(), Map.of()),
                List.of(),
                List.of());
    }

    /** A lead from registration to delivery, with every counter of sales that follows from it. */
    public static History soldLead(String store, String id, Channel channel, String advisor, Instant start) {
        LeadDimensions dimensions = dimensions(channel, advisor);
        return of(store, id)
                .then(start, registered(channel, advisor))
                .then(start.plus(Duration.ofHours(1)), new LeadVisited(dimensions, 1))
                .then(start.plus(Duration.ofHours(2)), new LeadTestDriven(dimensions, 1, "M5", 30))
                .then(start.plus(Duration.ofDays(2)), new LeadVisited(dimensions, 2))
                .then(
                        start.plus(Duration.ofDays(3)),
                        new LeadOrdered(dimensions, "O" + id, 20_000_000, 500_000, true, 3, null, null))
                .then(
                        start.plus(Duration.ofDays(9)),
                        new LeadDelivered(dimensions, "O" + id, -150_000, 88_000, true, false, true, 41));
    }

    public static History lapsedTask(String store, String id, String task, Instant start) {
        Instant due = start.plus(Duration.ofMinutes(30));
        return of(store, id)
                .then(start, scheduled(task, TaskPurpose.FIRST_RESPONSE, due))
                .then(due, new FollowUpOverdue(dimensions(Channel.WEB, "A1"), task, TaskPurpose.FIRST_RESPONSE, due))
                .then(due.plus(Duration.ofDays(1)), done(task, TaskPurpose.FIRST_RESPONSE, due, true));
    }

    public static History repairedCar(String store, String id, JobKind kind, Instant start) {
        JobDimensions dimensions = new JobDimensions("S1", "W1", "M5");
        Instant promised = start.plus(Duration.ofHours(4));
        return of(store, id)
                .then(start, new RepairOrderOpened(dimensions, kind, true, null, promised))
                .then(start.plus(Duration.ofHours(2)), new RepairOrderFinished(dimensions, kind, "K1", 120, 95))
                .then(
                        start.plus(Duration.ofHours(3)),
                        new RepairOrderSettled(
                                dimensions, kind, new Settlement(30_000, 50_000, 5_000, 1_000, 700, 41_000), true))
                .then(start.plus(Duration.ofHours(4)), new RepairOrderHandedOver(dimensions, kind, promised, true));
    }

    public static History complaint(String store, String id, Instant start) {
        JobDimensions dimensions = new JobDimensions("S1", null, null);
        return of(store, id)
                .then(
                        start,
                        new ComplaintOpened(
                                dimensions,
                                ComplaintCategory.WAITING,
                                start.plus(Duration.ofMinutes(30)),
                                start.plus(Duration.ofHours(24))))
                .then(
                        start.plus(Duration.ofMinutes(20)),
                        new ComplaintAnswered(dimensions, ComplaintCategory.WAITING, true))
                .then(
                        start.plus(Duration.ofHours(25)),
                        new ComplaintResolved(dimensions, ComplaintCategory.WAITING, false, true));
    }
}
