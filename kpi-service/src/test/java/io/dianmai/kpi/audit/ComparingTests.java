package io.dianmai.kpi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot.SliceCounters;
import io.dianmai.kpi.value.LiveRows.LiveRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Equal, different or moving: what is on its way is not wrong, and what stays wrong is found. */
class ComparingTests {
    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<RowKey> DAY = List.of(new RowKey("S1", "2026-03-10"));
    private static final List<TopicPartition> INPUTS = List.of(
            new TopicPartition(Topics.LEAD_EVENTS, 0),
            new TopicPartition(Topics.FOLLOWUP_EVENTS, 0),
            new TopicPartition(Topics.AFTERSALES_EVENTS, 0));
    private static final List<Envelope<EventData>> LEAD =
            History.soldLead("S1", "L1", Channel.WEB, "A1", START).events();

    private final MutableClock clock = new MutableClock(START);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private long end;

    @Test
    void waitsForARowThatIsOnItsWay() throws Exception {
        topicsWith(LEAD.subList(0, 1));
        List<Long> seen = new ArrayList<>(List.of(0L, 0L, 1L));

        assertThat(outcome(() -> List.of(row(seen.removeFirst())), true)).isEqualTo(AuditReport.Outcome.EQUAL);
        assertThat(seen).isEmpty();
    }

    @Test
    void aRowThatStaysWrongIsDifferent() throws Exception {
        topicsWith(LEAD.subList(0, 1));
        Instant began = clock.instant();

        assertThat(outcome(() -> List.of(row(2)), true)).isEqualTo(AuditReport.Outcome.DIFFERENT);
        assertThat(Duration.between(began, clock.instant())).isGreaterThan(Comparing.REST);
    }

    @Test
    void whatTheEngineHasNotCountedYetIsNotWrong() throws Exception {
        topicsWith(LEAD.subList(0, 1));

        assertThat(outcome(() -> List.of(row(0)), false)).isEqualTo(AuditReport.Outcome.MOVING);
    }

    @Test
    void aStoreOfWhichFactsKeepComingIsMoving() throws Exception {
        topicsWith(LEAD.subList(0, 1));

        assertThat(outcome(
                        () -> {
                            add(LEAD.getFirst());
                            return List.of(row(0));
                        },
                        true))
                .isEqualTo(AuditReport.Outcome.MOVING);
    }

    private AuditReport.Outcome outcome(Supplier<List<LiveRow>> live, boolean counted) throws InterruptedException {
        try (StoreEvents events = new StoreEvents(consumer, "S1", Optional.empty())) {
            Comparing comparing = new Comparing(
                    events,
                    new Recount(SHANGHAI, true),
                    () -> {
                        clock.advance(Duration.ofSeconds(1));
                        return live.get();
                    },
                    DAY);
            return comparing.until(START.plusSeconds(8), _ -> counted, clock);
        }
    }

    /** A row as the first event of the lead makes it, so many times. */
    private static LiveRow row(long leads) {
        Map<String, Long> counters = Map.of("leadsRegistered", leads, "webLeadsRegistered", leads);
        return new LiveRow(
                "2026-03-10",
                leads,
                counters,
                List.of(
                        new SliceCounters("advisor", "A1", counters),
                        new SliceCounters("team", "T1", counters),
                        new SliceCounters("channel", "WEB", counters),
                        new SliceCounters("model", "M5", counters)));
    }

    private void topicsWith(List<Envelope<EventData>> events) {
        Node node = Node.noNode();
        INPUTS.forEach(input -> consumer.updatePartitions(
                input.topic(),
                List.of(new PartitionInfo(input.topic(), 0, node, new Node[] {node}, new Node[] {node}))));
        INPUTS.forEach(input -> {
            consumer.updateBeginningOffsets(Map.of(input, 0L));
            consumer.updateEndOffsets(Map.of(input, 0L));
        });
        consumer.assign(INPUTS);
        events.forEach(this::add);
    }

    private void add(Envelope<EventData> event) {
        ProducerRecord<String, byte[]> sent = EventCodec.toRecord(event);
        byte[] key = sent.key().getBytes(StandardCharsets.UTF_8);
        consumer.addRecord(new ConsumerRecord<>(
                sent.topic(),
                0,
                end++,
                0L,
                TimestampType.CREATE_TIME,
                key.length,
                sent.value().length,
                key,
                sent.value(),
                sent.headers(),
                Optional.empty()));
        consumer.updateEndOffsets(Map.of(INPUTS.getFirst(), end));
    }
}
