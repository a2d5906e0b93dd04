package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of counting: each aggregate's own order kept, any interleaving and any repetition give the same rows. */
class AnyInterleavingTests {
    private static final Instant NOON = Instant.parse("2026-10-30T04:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameRows(long seed) {
        Random random = new Random(seed);
        List<List<Envelope<EventData>>> histories = histories(random);
        List<Envelope<EventData>> oneByOne = new ArrayList<>();
        histories.forEach(oneByOne::addAll);

        assertThat(rowsOf(shuffled(histories, random), random)).isEqualTo(rowsOf(oneByOne, new Random(0)));
    }

    private static Map<String, Object> rowsOf(List<Envelope<EventData>> deliveries, Random random) {
        Map<String, RowSnapshot> rows = new TreeMap<>();
        try (EngineDriver engine = new EngineDriver()) {
            for (Envelope<EventData> event : deliveries) {
                engine.pipe(event);
                if (random.nextInt(10) == 0) {
                    rows.putAll(engine.rows());
                }
            }
            rows.putAll(engine.rows());
        }
        Map<String, Object> comparable = new HashMap<>();
        rows.forEach((key, row) ->
                comparable.put(key, List.of(row.revision(), row.heardTo(), row.totals(), Set.copyOf(row.slices()))));
        return comparable;
    }

    private static List<Envelope<EventData>> shuffled(List<List<Envelope<EventData>>> histories, Random random) {
        List<Deque<Envelope<EventData>>> waiting = new ArrayList<>();
        histories.forEach(history -> waiting.add(new ArrayDeque<>(history)));
        List<Envelope<EventData>> deliveries = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Deque<Envelope<EventData>> next = waiting.get(random.nextInt(waiting.size()));
            deliveries.add(next.removeFirst());
            if (next.isEmpty()) {
                waiting.remove(next);
            }
            while (random.nextInt(3) == 0) {
                deliveries.add(deliveries.get(random.nextInt(deliveries.size())));
            }
        }
        return deliveries;
    }

    private static List<List<Envelope<EventData>>> histories(Random random) {
        List<List<Envelope<EventData>>> histories = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String store = "S" + random.nextInt(3);
            Instant start = NOON.plus(Duration.ofMinutes(random.nextInt(40_000)));
            Channel channel = oneOf(List.of(Channel.values()), random);
            JobKind kind = oneOf(List.of(JobKind.values()), random);
            histories.add(History.soldLead(store, "L" + i, channel, "A" + random.nextInt(4), start)
                    .events());
            histories.add(History.lapsedTask(store, "L" + i, "T" + i, start).events());
            histories.add(History.repairedCar(store, "R" + i, kind, start).events());
            histories.add(History.complaint(store, "C" + i, start).events());
        }
        return histories;
    }

    private static <T> T oneOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
