package io.dianmai.kit.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TopicReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;

@DianmaiTest
class AggregatesIT {
    private static final String COLLECTION = "tickets";
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    AggregateStores stores;

    @Autowired
    MongoTemplate mongo;

    private Aggregates<Ticket, ComplaintEvent> tickets;
    private final String storeId = "kit-" + AggregateIds.next();
    private final String id = AggregateIds.next();

    @BeforeEach
    void open() {
        tickets = stores.of(COLLECTION, Ticket.class, Ticket::apply);
    }

    @Test
    void sendsTheEventsOfACommandInSequenceAndClearsThem() {
        execute("one", Ticket::open);
        execute("two", Ticket::answer);

        List<Envelope<EventData>> sent = eventsOf(2);
        assertThat(sent).extracting(Envelope::sequence).containsExactly(1L, 2L);
        assertThat(sent).extracting(Envelope::aggregateId).containsOnly(id);
        assertThat(sent).extracting(Envelope::storeId).containsOnly(storeId);
        assertThat(sent).extracting(event -> event.source().toString()).containsOnly("/kit-test");
        await().untilAsserted(() -> {
            assertThat(document().getList("outbox", Document.class)).isEmpty();
            assertThat(document()).doesNotContainKey("pendingSince");
        });
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        execute("one", Ticket::open);
        Command fresh = Command.given("two", storeId, NOW, null).expecting(1L);
        Command late = Command.given("three", storeId, NOW, null).expecting(1L);

        assertThat(tickets.execute(id, fresh, Ticket::answer)).isInstanceOf(Outcome.Done.class);
        assertThat(tickets.execute(id, late, Ticket::answer)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.STALE);
            assertThat(refused.refusal().code()).isEqualTo("stale-version");
        });
        assertThat(tickets.execute(id, fresh, Ticket::answer))
                .as("a repeat is no second change")
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(tickets.find(id).orElseThrow().state().answers()).isEqualTo(1);
    }

    @Test
    void carriesOutACommandOnceHoweverOftenItIsGiven() {
        execute("one", Ticket::open);
        execute("two", Ticket::answer);
        Outcome<Ticket> again = execute("two", Ticket::answer);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(tickets.find(id).orElseThrow().state().answers()).isEqualTo(1);
    }

    @Test
    void dropsWhatWasHeardBefore() {
        execute("one", Ticket::open);
        hear("other", 5);
        hear("other", 4);
        hear("other", 5);
        hear("another", 1);

        assertThat(tickets.find(id).orElseThrow().state().answers()).isEqualTo(2);
    }

    @Test
    void refusesWithoutATrace() {
        assertThat(execute("one", Ticket::answer))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("ticket-unknown"));
        assertThat(tickets.find(id)).isEmpty();
    }

    @Test
    void doesNotFindTheAggregatesOfAnotherStore() {
        execute("one", Ticket::open);
        var elsewhere = Command.given("two", storeId + "-other", NOW, null);

        assertThat(tickets.execute(id, elsewhere, Ticket::answer)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void keepsWithTheStateWhatEventsMustNotCarry() {
        tickets.execute(id, command("one"), Ticket::open, ticket -> ticket.keeping("sealed"));

        assertThat(tickets.find(id).orElseThrow().state().secret()).isEqualTo("sealed");
        assertThat(new String(TopicReader.bytesOf(Topics.AFTERSALES_EVENTS, storeId), UTF_8))
                .doesNotContain("sealed");
    }

    @Test
    void keepsSequencesWithoutGapsWhenManyChangeOneAggregate() throws Exception {
        execute("open", Ticket::open);
        int writers = 8;
        int each = 10;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var work = IntStream.range(0, writers * each)
                    .<Callable<Outcome<Ticket>>>mapToObj(n -> () -> execute("answer-" + n, Ticket::answer))
                    .toList();
            threads.invokeAll(work);
        }

        assertThat(tickets.find(id).orElseThrow().state().answers()).isEqualTo(writers * each);
        var firstOccurrences = new LinkedHashSet<Long>();
        await().untilAsserted(() -> {
            firstOccurrences.clear();
            TopicReader.read(Topics.AFTERSALES_EVENTS, storeId)
                    .forEach(record -> firstOccurrences.add(EventCodec.fromRecord(record.headers(), record.value())
                            .sequence()));
            assertThat(firstOccurrences)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + writers * each)
                            .boxed()
                            .toList());
        });
    }

    @Test
    void sendsWhatAKilledProcessLeftBehind() {
        var pending = PendingEvent.of(
                AggregateIds.next(),
                ((Decision.Accepted<ComplaintEvent>) Ticket.open(null)).events().getFirst(),
                1,
                command("one"));
        mongo.getCollection(COLLECTION)
                .insertOne(new Document("_id", id)
                        .append("storeId", storeId)
                        .append("version", 1L)
                        .append("sequence", 1L)
                        .append(
                                "state",
                                new Document("_id", id).append("answers", 0).append("lastAt", Date.from(NOW)))
                        .append("outbox", List.of(pending.write()))
                        .append("pendingSince", Date.from(NOW))
                        .append("commands", List.of("one"))
                        .append("heard", List.of()));

        assertThat(eventsOf(1)).extracting(Envelope::id).containsExactly(pending.id());
        await().untilAsserted(() ->
                assertThat(document().getList("outbox", Document.class)).isEmpty());
    }

    @Test
    void refusesMoreWorkWhileTheOutboxIsFull() {
        execute("one", Ticket::open);
        eventsOf(1);
        var waiting = IntStream.range(0, Aggregates.OUTBOX_LIMIT)
                .mapToObj(n -> PendingEvent.of(
                                "waiting",
                                ((Decision.Accepted<ComplaintEvent>) Ticket.open(null))
                                        .events()
                                        .getFirst(),
                                1,
                                command("x"))
                        .write())
                .toList();
        mongo.getCollection(COLLECTION)
                .updateOne(Filters.eq("_id", id), new Document("$set", new Document("outbox", waiting)));

        assertThat(execute("two", Ticket::answer))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    @Test
    void listsByCriteria() {
        execute("one", Ticket::open);

        assertThat(tickets.find(Criteria.where("storeId").is(storeId), Sort.by("_id"), 10))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(id));
    }

    private Outcome<Ticket> execute(String commandId, Decider<Ticket, ComplaintEvent> decider) {
        return tickets.execute(id, command(commandId), decider);
    }

    private void hear(String aggregateId, long sequence) {
        var heard = new Command.Heard(aggregateId, sequence);
        tickets.execute(id, new Command(AggregateIds.next(), storeId, NOW, NOW, null, heard, null), Ticket::answer);
    }

    private Command command(String commandId) {
        return Command.given(commandId, storeId, NOW, null);
    }

    private Document document() {
        Document found =
                mongo.getCollection(COLLECTION).find(Filters.eq("_id", id)).first();
        assertThat(found).isNotNull();
        return found;
    }

    /** The events of this test's store once there are as many, without repeats. */
    private List<Envelope<EventData>> eventsOf(int count) {
        return await()
                .until(
                        () -> TopicReader.read(Topics.AFTERSALES_EVENTS, storeId).stream()
                                .<Envelope<EventData>>map(
                                        record -> EventCodec.fromRecord(record.headers(), record.value()))
                                .sorted(Comparator.comparingLong(Envelope::sequence))
                                .toList(),
                        events -> events.size() >= count)
                .stream()
                .limit(count)
                .toList();
    }
}
