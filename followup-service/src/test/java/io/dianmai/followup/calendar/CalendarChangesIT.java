package io.dianmai.followup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.followup.Told;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TopicReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A store is open around the clock, and then closed for today and tomorrow. */
@DianmaiTest
class CalendarChangesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Producer<String, byte[]> producer;
    private final FollowUps followUps;
    private final HeardCalendars calendars;
    private final CalendarChanges changes;
    private final MongoTemplate mongo;
    private final Told lead = Told.ofNewLead("it-" + AggregateIds.next());
    private final LocalDate today = LocalDate.ofInstant(lead.dimensions().registeredAt(), ZONE);

    @Autowired
    CalendarChangesIT(
            Producer<String, byte[]> producer,
            FollowUps followUps,
            HeardCalendars calendars,
            CalendarChanges changes,
            MongoTemplate mongo) {
        this.producer = producer;
        this.followUps = followUps;
        this.calendars = calendars;
        this.changes = changes;
        this.mongo = mongo;
    }

    @Test
    void movesAFirstResponseWhenTheHoursChangeAndOnlyThen() {
        Instant registered = openStoreWithALead();
        assertThat(dueAt()).isEqualTo(registered.plus(Duration.ofMinutes(30)));

        publish(2, Set.of());
        publish(3, closed());
        publish(3, closed());
        publish(4, closed());
        awaitHeard(4);

        assertThat(dueAt()).isEqualTo(afterTheHolidays());
        assertThat(moves()).singleElement().isInstanceOfSatisfying(FollowUpRescheduled.class, moved -> {
            assertThat(moved.previousDueAt()).isEqualTo(registered.plus(Duration.ofMinutes(30)));
            assertThat(moved.reason()).isEqualTo("business hours changed");
        });
    }

    @Test
    void countsOnceMoreWhatWasOpenedByTheOldHoursMeanwhile() {
        openStoreWithALead();
        publish(2, closed());
        awaitHeard(2);
        Instant byOldHours = Instant.now().plusSeconds(600);
        mongo.getCollection("follow_up_plans")
                .updateOne(
                        new Document("_id", lead.leadId()),
                        new Document("$set", new Document("state.task.dueAt", Date.from(byOldHours))));
        mongo.getCollection("heard_calendars")
                .updateOne(
                        new Document("_id", lead.storeId()),
                        new Document("$set", new Document("againAt", Date.from(Instant.EPOCH))));

        changes.countAgain();

        assertThat(dueAt()).isEqualTo(afterTheHolidays());
        assertThat(calendars.dueAgain(Instant.now()))
                .extracting(HeardCalendar::storeId)
                .doesNotContain(lead.storeId());
    }

    private Instant openStoreWithALead() {
        publish(1, Set.of());
        awaitHeard(1);
        Instant registered = Told.minutesAgo(0);
        tell(lead.registered(registered));
        await().atMost(PATIENCE).until(() -> followUps.find(lead.leadId()).isPresent());
        return registered;
    }

    private Set<LocalDate> closed() {
        return Set.of(today, today.plusDays(1), today.plusDays(2));
    }

    private Instant afterTheHolidays() {
        return today.plusDays(3).atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(30));
    }

    private Instant dueAt() {
        return followUps.find(lead.leadId()).orElseThrow().state().task().dueAt();
    }

    private List<EventData> moves() {
        return TopicReader.read(Topics.FOLLOWUP_EVENTS, lead.storeId()).stream()
                .map(record ->
                        EventCodec.fromRecord(record.headers(), record.value()).data())
                .filter(FollowUpRescheduled.class::isInstance)
                .toList();
    }

    private void awaitHeard(long sequence) {
        await().atMost(PATIENCE)
                .until(() -> calendars
                        .find(lead.storeId())
                        .filter(heard -> heard.sequence() == sequence)
                        .isPresent());
    }

    private void publish(long sequence, Set<LocalDate> holidays) {
        Map<DayOfWeek, List<Window>> always = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.put(day, List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        var store = new StorePublished(
                lead.storeId(),
                "西湖店 " + sequence,
                "east",
                "华东",
                "toyota",
                "丰田",
                Tier.MID,
                ZONE.getId(),
                1,
                1,
                new BusinessHours(always, holidays, Map.of()),
                List.of(),
                List.of());
        tell(lead.event("/gateway", lead.storeId(), Told.minutesAgo(0), sequence, store));
    }

    private void tell(Envelope<EventData> event) {
        assertThat(producer.send(EventCodec.toRecord(event))).succeedsWithin(PATIENCE);
    }
}
