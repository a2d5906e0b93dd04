package io.dianmai.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.FollowUpPassedOver;
import io.dianmai.contracts.fact.FollowUpPutOff;
import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.messaging.RejectedFacts;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The service on a real broker and store: what it hears, and what it then says. */
@DianmaiTest
class FollowUpServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Producer<String, byte[]> producer;
    private final FollowUps followUps;
    private final MongoTemplate mongo;

    @Autowired
    FollowUpServiceIT(Producer<String, byte[]> producer, FollowUps followUps, MongoTemplate mongo) {
        this.producer = producer;
        this.followUps = followUps;
        this.mongo = mongo;
    }

    @Test
    void followsALeadFromRegistrationToDelivery() {
        var lead = Told.ofNewLead("it-journey");
        tell(lead.registered(Told.minutesAgo(60)));
        tell(ofLead(lead, 2, new LeadAssigned(lead.dimensions(), lead.advisorId(), null, AssignmentReason.RULE)));
        tell(ofLead(lead, 3, new LeadGraded(lead.dimensions(), Level.B, null, false, null)));
        awaitLevel(lead, Level.B);
        tell(lead.contact(ContactResult.NO_ANSWER, Told.minutesAgo(50)));
        Envelope<EventData> answered = lead.contact(ContactResult.CONNECTED, Told.minutesAgo(40));
        tell(answered);
        tell(answered);
        await().atMost(PATIENCE).until(() -> plan(lead).state().tasks() == 2);
        tell(ofLead(lead, 4, new LeadGraded(lead.dimensions(), Level.A, Level.B, false, null)));
        awaitLevel(lead, Level.A);
        tell(ofLead(lead, 5, new LeadDelivered(lead.dimensions(), "O-1", 1, 1, false, false, false, 1)));
        assertSaid(
                lead,
                FollowUpScheduled.class,
                ContactLogged.class,
                ContactLogged.class,
                FollowUpDone.class,
                FollowUpScheduled.class,
                FollowUpRescheduled.class,
                FollowUpCancelled.class);
    }

    @Test
    void goesOnWithALeadWhoseOrderWasTakenBack() {
        var lead = Told.ofNewLead("it-cancelled-order");
        tell(lead.registered(Told.minutesAgo(60)));
        tell(lead.contact(ContactResult.CONNECTED, Told.minutesAgo(50)));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .filter(plan -> plan.state().tasks() == 2)
                        .isPresent());
        var ordered = new LeadOrdered(lead.dimensions(), "O-1", 1, 1, false, 0, null, null);
        tell(ofLead(lead, 2, ordered));
        tell(ofLead(lead, 3, new LeadGraded(lead.dimensions(), Level.O, Level.C, false, null)));
        awaitLevel(lead, Level.O);
        Instant whileOrdered = plan(lead).state().task().dueAt();
        tell(ofLead(
                lead, 4, new LeadOrderCancelled(lead.dimensions(), "O-1", Told.minutesAgo(30), ordered, "no credit")));
        tell(ofLead(lead, 5, new LeadGraded(lead.dimensions(), Level.A, Level.O, false, null)));
        awaitLevel(lead, Level.A);

        assertThat(plan(lead).state().open()).isTrue();
        assertThat(plan(lead).state().task().taskId()).isEqualTo(lead.leadId() + ":4");
        assertThat(plan(lead).state().task().dueAt()).isBefore(whileOrdered);
        assertSaid(
                lead,
                FollowUpScheduled.class,
                ContactLogged.class,
                FollowUpDone.class,
                FollowUpScheduled.class,
                FollowUpCancelled.class,
                FollowUpScheduled.class,
                FollowUpCancelled.class,
                FollowUpScheduled.class);
    }

    @Test
    void goesOnWithALeadThatIsOutOfThePoolAgain() {
        var lead = Told.ofNewLead("it-pool");
        tell(lead.registered(Told.minutesAgo(60)));
        var nobodys = new LeadDimensions(
                Channel.WEB, null, "SUV", null, null, lead.dimensions().registeredAt());
        tell(ofLead(lead, 2, new LeadRecalled(nobodys, lead.advisorId(), RecallReason.MANAGER)));
        var shared =
                ofLead(lead, 3, new LeadAssigned(lead.dimensions(), lead.advisorId(), null, AssignmentReason.MANUAL));
        tell(shared);
        tell(shared);
        assertSaid(lead, FollowUpScheduled.class, FollowUpCancelled.class, FollowUpScheduled.class);
        assertThat(plan(lead).state().open()).isTrue();
        assertThat(plan(lead).state().task().taskId()).isEqualTo(lead.leadId() + ":2");
        assertThat(plan(lead).state().dimensions().advisorId()).isEqualTo(lead.advisorId());
    }

    @Test
    void asksALostCustomerAgainUntilTheLeadIsOpenAgain() {
        var lead = Told.ofNewLead("it-lost");
        tell(lead.registered(Told.minutesAgo(60)));
        tell(lead.contact(ContactResult.CONNECTED, Told.minutesAgo(50)));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .filter(plan -> plan.state().tasks() == 2)
                        .isPresent());
        tell(ofLead(lead, 2, new LeadLost(lead.dimensions(), LossReason.PRODUCT, null)));
        await().atMost(PATIENCE).until(() -> plan(lead).state().task().purpose() == TaskPurpose.REACTIVATION);
        tell(ofLead(lead, 3, new LeadReopened(lead.dimensions(), ReopenReason.REACTIVATED)));
        assertSaid(
                lead,
                FollowUpScheduled.class,
                ContactLogged.class,
                FollowUpDone.class,
                FollowUpScheduled.class,
                FollowUpCancelled.class,
                FollowUpScheduled.class,
                FollowUpCancelled.class,
                FollowUpScheduled.class);
        assertThat(plan(lead).state().open()).isTrue();
    }

    @Test
    void takesContactsUnderASecondReferenceForTheLeadThatWasRegisteredFirst() {
        var lead = Told.ofNewLead("it-again");
        var second = Told.ofNewLead("it-again");
        tell(lead.registered(Told.minutesAgo(60)));
        tell(second.contact(ContactResult.NO_ANSWER, Told.minutesAgo(50)));
        var again = new LeadRegisteredAgain(lead.dimensions(), Channel.WEB, null, null, second.leadRef());
        tell(ofLead(lead, 2, again));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .filter(plan -> plan.state().contacts().size() == 1)
                        .isPresent());
        tell(second.contact(ContactResult.CONNECTED, Told.minutesAgo(40)));
        await().atMost(PATIENCE).until(() -> plan(lead).state().tasks() == 2);
        assertThat(followUps.find(second.leadId())).isEmpty();
    }

    @Test
    void takesContactsOfAMergedLeadForTheOneThatGoesOn() {
        var lead = Told.ofNewLead("it-merged");
        var merged = Told.ofNewLead("it-merged");
        tell(lead.registered(Told.minutesAgo(60)));
        tell(merged.registered(Told.minutesAgo(60)));
        tell(ofLead(merged, 2, new LeadMerged(merged.dimensions(), lead.leadId())));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(merged.leadId())
                        .filter(plan -> !plan.state().waiting())
                        .isPresent());
        tell(ofLead(lead, 2, new LeadAbsorbed(lead.dimensions(), merged.leadId())));
        tell(merged.contact(ContactResult.CONNECTED, Told.minutesAgo(20)));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .filter(plan -> plan.state().tasks() == 2)
                        .isPresent());
    }

    @Test
    void takesWhatStoreSystemsTellOfTasks() {
        var lead = Told.ofNewLead("it-put-off");
        Instant until = Told.minutesAgo(-60 * 24 * 100);
        tell(lead.event("/dms", null, Told.minutesAgo(30), 0, new FollowUpPutOff(lead.leadRef(), until, "abroad")));
        tell(lead.registered(Told.minutesAgo(60)));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .filter(plan -> plan.state().task().dueAt().equals(until))
                        .isPresent());
        tell(lead.event("/dms", null, Told.minutesAgo(20), 0, new FollowUpPassedOver(lead.leadRef(), "has a car")));
        assertSaid(
                lead,
                FollowUpScheduled.class,
                FollowUpRescheduled.class,
                FollowUpSkipped.class,
                FollowUpScheduled.class);
    }

    @Test
    void putsARefusedContactWhereItsStoreFindsIt() {
        var lead = Told.ofNewLead("it-refused");
        Instant at = Told.minutesAgo(5);
        tell(lead.registered(Told.minutesAgo(10)));
        tell(lead.contact(ContactResult.AGREED_NEXT_STEP, at, at));
        // More than once where the fact was parked and both who drain it were there: the list knows repeats by their
        // id.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.read(Topics.STORE_EVENTS_REJECTED, lead.storeId()))
                        .isNotEmpty()
                        .allSatisfy(record -> assertThat(new String(
                                        record.headers()
                                                .lastHeader(RejectedFacts.PROBLEM)
                                                .value(),
                                        StandardCharsets.UTF_8))
                                .contains("next-contact-in-the-past")));
        assertSaid(lead, FollowUpScheduled.class);
    }

    @Test
    void marksATaskOverdueWhenItsReminderSaysSo() {
        var lead = Told.ofNewLead("it-overdue");
        tell(lead.registered(Told.minutesAgo(60)));
        await().atMost(PATIENCE).until(() -> followUps.find(lead.leadId()).isPresent());
        Instant dueAt = plan(lead).state().task().dueAt();
        var fired = new ReminderFired(
                DeadlineKind.FIRST_RESPONSE,
                lead.leadId(),
                1,
                0,
                List.of(),
                List.of(),
                lead.advisorId(),
                RungAction.MARK_OVERDUE,
                dueAt,
                dueAt,
                dueAt,
                false,
                null);
        String taskId = plan(lead).state().task().taskId();
        tell(lead.event("/kpi-service", taskId, dueAt, 1, fired));
        tell(lead.event("/kpi-service", taskId, dueAt, 2, fired));
        assertSaid(lead, FollowUpScheduled.class, FollowUpOverdue.class);
    }

    @Test
    void sendsWhatAnEarlierRunLeftUnsent() {
        var lead = Told.ofNewLead("it-left-behind");
        tell(lead.registered(Told.minutesAgo(60)));
        await().atMost(PATIENCE).until(() -> followUps.find(lead.leadId()).isPresent());
        assertSaid(lead, FollowUpScheduled.class);
        var dimensions = new Document("channel", "WEB");
        var left = new Document("id", "left-behind")
                .append("type", "dianmai.followup.cancelled.v1")
                .append("sequence", 2L)
                .append("time", new BsonDateTime(Told.minutesAgo(0).toEpochMilli()))
                .append("recordedTime", new BsonDateTime(Told.minutesAgo(0).toEpochMilli()))
                .append(
                        "data",
                        new Document("dimensions", dimensions)
                                .append("taskId", lead.leadId() + ":1")
                                .append("purpose", "FIRST_RESPONSE")
                                .append("reason", CancelReason.LOST.name())
                                .append("wasOverdue", false)
                                .toJson());
        mongo.getCollection("follow_up_plans")
                .updateOne(
                        new Document("_id", lead.leadId()),
                        new Document("$push", new Document("outbox", left))
                                .append(
                                        "$set",
                                        new Document("sequence", 2L).append("pendingSince", new BsonDateTime(0))));
        assertSaid(lead, FollowUpScheduled.class, FollowUpCancelled.class);
    }

    private static Envelope<EventData> ofLead(Told lead, long sequence, EventData data) {
        return lead.event("/lead-service", lead.leadId(), Told.minutesAgo(30), sequence, data);
    }

    private void tell(Envelope<EventData> event) {
        assertThat(producer.send(EventCodec.toRecord(event))).succeedsWithin(PATIENCE);
    }

    private void awaitLevel(Told lead, Level level) {
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .map(plan -> level == plan.state().level())
                        .orElse(false));
    }

    private Stored<FollowUpPlan> plan(Told lead) {
        return followUps.find(lead.leadId()).orElseThrow();
    }

    /** What was said of a store, without the repeats that an outbox may send. */
    private static List<Envelope<EventData>> said(Told lead) {
        var byId = new LinkedHashMap<String, Envelope<EventData>>();
        TopicReader.read(Topics.FOLLOWUP_EVENTS, lead.storeId()).forEach(record -> {
            Envelope<EventData> event = EventCodec.fromRecord(record.headers(), record.value());
            byId.putIfAbsent(event.id(), event);
        });
        return List.copyOf(byId.values());
    }

    /** These events and no others, in sequence, under the key of the store. */
    private static void assertSaid(Told lead, Class<?>... types) {
        List<Envelope<EventData>> events =
                await().atMost(PATIENCE).until(() -> said(lead), said -> said.size() >= types.length);
        assertThat(events).extracting(event -> (Object) event.data().getClass()).containsExactly((Object[]) types);
        assertThat(events)
                .extracting(Envelope::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, types.length).boxed().toList());
        assertThat(events).allMatch(event -> lead.leadId().equals(event.subject()));
    }
}
