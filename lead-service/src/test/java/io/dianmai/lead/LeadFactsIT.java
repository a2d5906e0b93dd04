package io.dianmai.lead;

import static io.dianmai.lead.Wire.fact;
import static io.dianmai.lead.Wire.type;
import static io.dianmai.lead.Wire.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.LeadHandedTo;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.messaging.RejectedFacts;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.test.DianmaiTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What store systems state becomes leads and events, once and without personal data. */
@DianmaiTest
class LeadFactsIT {
    /** Every test has a customer of its own: all stores see whose a phone is. */
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final String phone = "1397777%04d".formatted(CUSTOMERS.incrementAndGet());

    private final MongoTemplate mongo;
    private final PersonalDataSealer sealer;
    private final StoreReplica stores;
    private final String store = "facts-" + UUID.randomUUID();
    private final Wire wire = new Wire(Topics.LEAD_EVENTS);

    LeadFactsIT(@Autowired MongoTemplate mongo, @Autowired PersonalDataSealer sealer, @Autowired StoreReplica stores) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.stores = stores;
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void tellsTheWholeStoryOfALeadInOrder() {
        wire.send(fact(store, received("XS-1", "a1")));
        wire.send(fact(store, order("XS-1")));
        wire.send(fact(store, new VehicleDelivered("XS-1", "SO-1", 800_000, 0, true, false, true, 30)));

        var events = wire.events(store, 6);

        assertThat(types(events))
                .containsExactly(
                        type(LeadRegistered.class),
                        type(LeadAssigned.class),
                        type(LeadGraded.class),
                        type(LeadOrdered.class),
                        type(LeadGraded.class),
                        type(LeadDelivered.class));
        assertThat(events)
                .extracting(Envelope::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 6).boxed().toList());
        assertThat(events).allSatisfy(event -> {
            assertThat(event.aggregateId()).isEqualTo(AggregateIds.of(store, "lead", "XS-1"));
            assertThat(event.time()).isEqualTo(Wire.TIME);
            assertThat(event.source()).isEqualTo(URI.create("/lead-service"));
        });
    }

    @Test
    void writesNoPhoneInClearAnywhere() {
        wire.send(fact(store, received("XS-1", "a1")));

        wire.events(store, 3);
        wire.records(store).forEach(one -> {
            assertThat(new String(one.value(), StandardCharsets.UTF_8)).doesNotContain(phone);
            one.headers()
                    .forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                            .doesNotContain(phone));
        });
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson()).doesNotContain(phone));
        }
        assertThat(mongo.getCollection("customerCards").countDocuments(new Document("storeId", store)))
                .isEqualTo(1);
    }

    @Test
    void hearsARepeatedFactOnce() {
        var received = fact(store, received("XS-1", "a1"));
        wire.send(received);
        wire.send(received);
        wire.send(fact(store, new CustomerLost("XS-1", LossReason.PRICE, null)));

        assertThat(types(wire.events(store, 4)))
                .containsExactly(
                        type(LeadRegistered.class),
                        type(LeadAssigned.class),
                        type(LeadGraded.class),
                        type(LeadLost.class));
    }

    @Test
    void takesBackTheVeryOrderThatItToldOf() {
        var cancelled = fact(store, new OrderCancelled("XS-1", "SO-1", "no credit"));
        wire.send(fact(store, received("XS-1", "a1")));
        wire.send(fact(store, order("XS-1")));
        wire.send(cancelled);
        wire.send(cancelled);
        wire.send(fact(store, new OrderCancelled("XS-1", "SO-1", "again")));

        var events = wire.events(store, 7);
        LeadOrdered ordered = (LeadOrdered) events.get(3).data();
        assertThat(ordered.dimensions().registeredAt()).isEqualTo(Wire.TIME);
        assertThat(ordered.expectedPayment()).isEqualTo(Wire.TIME.plusSeconds(3_600));
        assertThat(events.get(5).data()).isInstanceOfSatisfying(LeadOrderCancelled.class, told -> {
            assertThat(told.ordered()).isEqualTo(ordered);
            assertThat(told.orderedAt()).isEqualTo(events.get(3).time());
        });
        assertThat(types(events).subList(5, 7)).containsExactly(type(LeadOrderCancelled.class), type(LeadGraded.class));
        try (var rejected = new Wire(Topics.STORE_EVENTS_REJECTED)) {
            assertThat(rejected.events(store, 1)).hasSize(1);
        }
        assertThat(wire.events(store, 7)).hasSize(7);
    }

    @Test
    void putsARefusedFactWhereItsStoreFindsIt() {
        var order = fact(store, order("unheard-of"));
        wire.send(order);

        try (var rejected = new Wire(Topics.STORE_EVENTS_REJECTED)) {
            assertThat(rejected.events(store, 1).getFirst().id()).isEqualTo(order.id());
            var refused = rejected.records(store).getFirst();
            var problem = refused.headers().lastHeader(RejectedFacts.PROBLEM);
            assertThat(problem).isNotNull();
            assertThat(new String(problem.value(), StandardCharsets.UTF_8)).contains("lead-not-found");
        }
    }

    @Test
    void tellsALeadOfItsVisitsAlsoOfThoseBeforeItsRegistration() {
        wire.send(fact(store, visit("KL-1", VisitKind.WALK_IN)));
        wire.send(fact(store, visit("KL-2", VisitKind.CALL)));
        wire.events(store, 2);
        wire.send(fact(store, received("XS-1", "a1")));
        wire.events(store, 6);
        wire.send(fact(store, visit("KL-3", VisitKind.WALK_IN)));

        assertThat(wire.events(store, 8).stream()
                        .map(Envelope::data)
                        .filter(LeadVisited.class::isInstance)
                        .map(LeadVisited.class::cast)
                        .map(LeadVisited::visitNumber))
                .containsExactly(1, 2);
        assertThat(types(wire.events(store, 8)))
                .filteredOn(type(VisitLogged.class)::equals)
                .hasSize(3);
    }

    @Test
    void passesALeadOnWhenNobodyResponded() {
        publish(store);
        wire.send(fact(store, received("XS-1", "a1")));
        wire.events(store, 3);
        var lapse = reminder(AggregateIds.of(store, "lead", "XS-1"), RungAction.REASSIGN);
        wire.send(lapse);
        wire.send(lapse);
        wire.events(store, 4);
        wire.send(fact(store, new LeadHandedTo("XS-1", "a1")));

        assertThat(wire.events(store, 5).stream()
                        .map(Envelope::data)
                        .filter(LeadAssigned.class::isInstance)
                        .map(LeadAssigned.class::cast))
                .extracting(LeadAssigned::advisorId, LeadAssigned::reason)
                .containsExactly(
                        tuple("a1", AssignmentReason.MANUAL),
                        tuple("a2", AssignmentReason.RESPONSE_LAPSED),
                        tuple("a1", AssignmentReason.MANUAL));
    }

    @Test
    void sendsWhatACrashLeftBehind() {
        wire.send(fact(store, received("XS-1", "a1")));
        wire.events(store, 3);
        var leads = mongo.getCollection("leads");
        String crashed = UUID.randomUUID().toString();
        Document left = leads.find(new Document("storeId", store)).first();
        assertThat(left).isNotNull();
        var pending = new Document("id", AggregateIds.next())
                .append("type", type(LeadLost.class))
                .append("sequence", 4L)
                .append("time", Date.from(Wire.TIME))
                .append("recordedTime", Date.from(Wire.TIME))
                .append("data", "{\"dimensions\":{\"channel\":\"WEB\"},\"reason\":\"PRICE\"}");
        left.append("_id", crashed)
                .append("sequence", 4L)
                .append("outbox", List.of(pending))
                .append("pendingSince", Date.from(Wire.TIME));
        leads.insertOne(left);

        assertThat(wire.events(store, 4).getLast())
                .satisfies(event -> assertThat(event.aggregateId()).isEqualTo(crashed))
                .extracting(Envelope::type)
                .isEqualTo(type(LeadLost.class));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> leads.countDocuments(new Document("_id", crashed).append("outbox", List.of())) == 1);
    }

    private void publish(String storeId) {
        var hours = new BusinessHours(
                Map.of(DayOfWeek.MONDAY, List.of(new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(18, 0)))),
                Set.of(),
                Map.of());
        var published = new StorePublished(
                storeId,
                "西湖店",
                "east",
                "华东",
                "toyota",
                "丰田",
                Tier.MID,
                "Asia/Shanghai",
                10,
                20,
                hours,
                List.of(),
                List.of(consultant("a1"), consultant("a2")));
        wire.send(event(storeId, 1, published));
        await().atMost(Duration.ofSeconds(30)).until(() -> stores.find(storeId).isPresent());
    }

    private Envelope<ReminderFired> reminder(String leadId, RungAction action) {
        return event(
                "task-" + leadId,
                1,
                new ReminderFired(
                        DeadlineKind.FIRST_RESPONSE,
                        leadId,
                        4,
                        90,
                        List.of(),
                        List.of(),
                        null,
                        action,
                        Wire.TIME,
                        Wire.TIME,
                        Wire.TIME,
                        false,
                        null));
    }

    private <E extends EventData> Envelope<E> event(String subject, long sequence, E data) {
        return new Envelope<>(
                AggregateIds.next(), URI.create("/test"), subject, Wire.TIME, store, sequence, Wire.TIME, null, data);
    }

    private static StaffMember consultant(String staffId) {
        return new StaffMember(staffId, "顾问", List.of(Role.SALES_CONSULTANT), "t1", null);
    }

    private LeadReceived received(String leadRef, @Nullable String advisorId) {
        return new LeadReceived(
                leadRef,
                Channel.WEB,
                null,
                sealed(Kind.NAME, "王建国"),
                sealed(Kind.PHONE, phone),
                "Yunhai X5",
                null,
                advisorId,
                List.of(GradingCriterion.WISHES_TO_BUY));
    }

    private String sealed(Kind kind, String text) {
        return sealer.seal(kind, text).orElseThrow().text();
    }

    private static OrderSigned order(String leadRef) {
        return new OrderSigned(
                leadRef,
                "SO-1",
                "Corolla",
                15_000_000,
                500_000,
                true,
                Wire.TIME.plusNanos(86_400_001_234_567L),
                Wire.TIME.plusSeconds(3_600));
    }

    private static VisitReceived visit(String visitRef, VisitKind kind) {
        return new VisitReceived(visitRef, kind, 2, true, "XS-1", "a1", null);
    }
}
