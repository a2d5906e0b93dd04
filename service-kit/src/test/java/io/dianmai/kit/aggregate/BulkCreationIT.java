package io.dianmai.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

@DianmaiTest
class BulkCreationIT {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    AggregateStores stores;

    private Aggregates<Ticket, ComplaintEvent> tickets;
    private final String storeId = "bulk-" + AggregateIds.next();

    @BeforeEach
    void open() {
        tickets = stores.of("tickets", Ticket.class, Ticket::apply);
    }

    private Creation<Ticket, ComplaintEvent> creation(String id) {
        return new Creation<>(
                id,
                List.of(
                        new Creation.Step<>(command(id + "-open"), Ticket::open),
                        new Creation.Step<>(command(id + "-answer"), Ticket::answer)),
                UnaryOperator.identity());
    }

    private Command command(String commandId) {
        return Command.given(commandId, storeId, NOW, null);
    }

    private static boolean repeated(Outcome<Ticket> outcome) {
        return outcome instanceof Outcome.Done<Ticket> done && done.repeated();
    }

    @Test
    void createsManyEachWithItsHistoryAndSendsAllEvents() {
        List<String> ids =
                IntStream.range(0, 300).mapToObj(_ -> AggregateIds.next()).toList();
        List<Outcome<Ticket>> outcomes =
                tickets.createAll(ids.stream().map(this::creation).toList());

        assertThat(outcomes).hasSize(300).allMatch(one -> one instanceof Outcome.Done<Ticket>);
        assertThat(tickets.find(ids.getLast()).orElseThrow().state().answers()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(TopicReader.read(Topics.AFTERSALES_EVENTS, storeId).stream()
                        .map(record -> EventCodec.fromRecord(record.headers(), record.value()))
                        .map(event -> event.aggregateId() + "/" + event.sequence())
                        .distinct())
                .hasSize(600));
        await().untilAsserted(() -> assertThat(tickets.count(
                        Criteria.where("storeId")
                                .is(storeId)
                                .and("pendingSince")
                                .exists(true),
                        10))
                .isZero());
    }

    @Test
    void aRepeatChangesNothingAndWhatExistsGetsTheRest() {
        String whole = AggregateIds.next();
        String begun = AggregateIds.next();
        tickets.createAll(List.of(creation(whole)));
        tickets.execute(begun, command(begun + "-open"), Ticket::open);
        String fresh = AggregateIds.next();
        List<Outcome<Ticket>> outcomes =
                tickets.createAll(List.of(creation(whole), creation(fresh), creation(begun), creation(fresh)));

        assertThat(outcomes).extracting(BulkCreationIT::repeated).containsExactly(true, false, false, true);
        assertThat(List.of(whole, begun, fresh))
                .allSatisfy(
                        id -> assertThat(tickets.find(id).orElseThrow().state().answers())
                                .isEqualTo(1));
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        String id = AggregateIds.next();
        var bad = new Creation<Ticket, ComplaintEvent>(
                id,
                List.of(
                        new Creation.Step<>(command("one"), Ticket::open),
                        new Creation.Step<>(command("two"), Ticket::open)),
                UnaryOperator.identity());
        String good = AggregateIds.next();
        List<Outcome<Ticket>> outcomes = tickets.createAll(List.of(bad, creation(good)));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Refused.class);
        assertThat(tickets.find(id)).isEmpty();
        assertThat(tickets.find(good)).isPresent();
    }

    @Test
    void streamsAndCounts() {
        tickets.createAll(IntStream.range(0, 1_200)
                .mapToObj(_ -> creation(AggregateIds.next()))
                .toList());
        Criteria mine = Criteria.where("storeId").is(storeId);

        try (var all = tickets.stream(mine, Sort.by("_id"))) {
            assertThat(all.map(Stored::id)).hasSize(1_200).isSorted();
        }
        assertThat(tickets.count(mine, 2_000)).isEqualTo(1_200);
        assertThat(tickets.count(mine, 1_000)).isEqualTo(1_000);
    }
}
