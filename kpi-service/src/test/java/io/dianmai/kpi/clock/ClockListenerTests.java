package io.dianmai.kpi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.kpi.History;
import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

class ClockListenerTests {
    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");

    private final Ladders ladders = shipped();
    private final MemoryStore store = new MemoryStore();
    private final ClockBook book = new ClockBook(store.mongo());
    private final ClockProgress progress =
            new ClockProgress(store.mongo(), Mockito.mock(Admin.class), Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void followsEveryClockOfTheEngine() {
        instance().onMessage(records(History.complaint("S1", "C1", START).events()));
        instance()
                .onMessage(records(History.repairedCar("S1", "R1", JobKind.GENERAL_REPAIR, START)
                        .events()));

        assertThat(book.find("C1:response").orElseThrow().latest().orElseThrow().endedAt())
                .isEqualTo(START.plus(Duration.ofMinutes(20)));
        assertThat(book.find("C1:resolution")
                        .orElseThrow()
                        .latest()
                        .orElseThrow()
                        .endedAt())
                .isEqualTo(START.plus(Duration.ofHours(25)));
        assertThat(book.find("R1:handover").orElseThrow().latest().orElseThrow().isRunning())
                .isFalse();
    }

    @Test
    void aBatchThatComesAgainChangesNothing() {
        List<ConsumerRecord<byte[], byte[]>> batch =
                records(History.complaint("S1", "C1", START).events());
        instance().onMessage(batch);
        List<TrackedClock> once = all();

        instance().onMessage(batch);
        instance().onMessage(batch.subList(0, 2));

        assertThat(all()).isEqualTo(once).hasSize(2);
    }

    @Test
    void anyOrderBetweenAggregatesAndAnyRestartGivesTheSame() {
        List<List<ConsumerRecord<byte[], byte[]>>> aggregates = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            aggregates.add(records(History.complaint("S" + i % 3, "C" + i, START.plusSeconds(i))
                    .events()));
            aggregates.add(records(
                    History.lapsedTask("S1", "plan" + i, "task" + i, START).events()));
        }
        ClockListener listener = instance();
        aggregates.forEach(listener::onMessage);
        List<TrackedClock> inOrder = all();
        store.mongo().getDb().drop();

        List<ConsumerRecord<byte[], byte[]>> mixed = interleaved(aggregates, new Random(7));
        for (int from = 0; from < mixed.size(); from += 7) {
            // What stops it before the offsets are written lets the end of the batch before come again.
            instance().onMessage(mixed.subList(Math.max(0, from - 3), Math.min(mixed.size(), from + 7)));
        }

        assertThat(all()).isEqualTo(inOrder).hasSize(60);
    }

    @Test
    void twoInstancesAtOnceLoseNothing() {
        List<Envelope<EventData>> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.addAll(History.complaint("S1", "C" + i, START).events());
        }
        List<ConsumerRecord<byte[], byte[]>> batch = records(events);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> instance().onMessage(batch)),
                        CompletableFuture.runAsync(() -> instance().onMessage(batch)))
                .join();

        assertThat(all())
                .hasSize(200)
                .allMatch(clock -> !clock.latest().orElseThrow().isRunning());
    }

    @Test
    void passesOverWhatIsNoEventOrCannotBeTrue() {
        ConsumerRecord<byte[], byte[]> good = records(
                        History.of("S1", "plan").then(START, scheduled()).events())
                .getFirst();
        var garbage = new ConsumerRecord<>("lead-events", 0, 7, good.key(), new byte[] {1, 2});

        ConsumerRecord<byte[], byte[]> tooLate = records(History.of("S1", "plan2")
                        .then(
                                START,
                                History.scheduled("task2", TaskPurpose.CADENCE, Instant.parse("9999-01-01T00:00:00Z")))
                        .events())
                .getFirst();

        instance().onMessage(List.of(garbage, tooLate, good));

        assertThat(all())
                .singleElement()
                .satisfies(clock -> assertThat(clock.id()).isEqualTo("task"));
    }

    @Test
    void followsTheClocksThatTheEngineStartsByTheLadder() {
        var web = History.dimensions(Channel.WEB, "A1");
        instance()
                .onMessage(records(History.of("S1", "L1")
                        .then(START, History.registered(Channel.WEB, "A1"))
                        .then(day(1), new ContactLogged(web, ContactMedium.CALL, ContactResult.CONNECTED, true))
                        .then(day(2), new LeadOrdered(web, "O1", 20_000_000, 500_000, false, 2, day(20), day(9)))
                        .then(
                                day(3),
                                new LeadAssigned(
                                        History.dimensions(Channel.WEB, "A2"), "A2", null, AssignmentReason.MANUAL))
                        .events()));

        // Set anew by the contact, stopped by the order, and not set again while the deposit's clock runs.
        assertThat(runs("L1:idle"))
                .extracting(Episode::dueAt, Episode::endedAt)
                .containsExactly(tuple(day(30), day(1)), tuple(day(31), day(2)));
        assertThat(runs("L1:stage~2")).extracting(Episode::dueAt).containsExactly(day(60));
        assertThat(runs("L1:stage~2").getFirst().isRunning()).isFalse();
        assertThat(List.of("L1:deposit", "L1:payment", "L1:delivery"))
                .extracting(id -> runs(id).getLast())
                .extracting(Episode::dueAt, Episode::ownerId, Episode::isRunning)
                .containsExactly(tuple(day(9), "A2", true), tuple(day(9), "A2", true), tuple(day(20), "A2", true));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private List<Episode> runs(String id) {
        return book.find(id).orElseThrow().episodes();
    }

    private static Ladders shipped() {
        try {
            return Ladders.shipped();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static EventData scheduled() {
        return History.scheduled("task", TaskPurpose.CADENCE, START.plus(Duration.ofHours(1)));
    }

    private ClockListener instance() {
        return new ClockListener(book, progress, () -> ladders, Place::unknown, new SimpleMeterRegistry());
    }

    private List<TrackedClock> all() {
        return book.find(new Criteria(), Sort.by("_id"), 1_000);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<Envelope<EventData>> events) {
        return events.stream().map(ClockListenerTests::record).toList();
    }

    private static ConsumerRecord<byte[], byte[]> record(Envelope<EventData> event) {
        ProducerRecord<String, byte[]> sent = EventCodec.toRecord(event);
        byte[] key = sent.key().getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                event.sequence(),
                event.recordedTime().toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length,
                sent.value().length,
                key,
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static <T> List<T> interleaved(List<List<T>> queues, Random random) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < queues.size(); i++) {
            turns.addAll(Collections.nCopies(queues.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[queues.size()];
        return turns.stream().map(queue -> queues.get(queue).get(next[queue]++)).toList();
    }
}
