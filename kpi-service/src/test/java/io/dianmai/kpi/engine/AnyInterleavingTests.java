package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of counting: each aggregate's own order kept, any interleaving, any repetition and any moment of sending give
 * the same rows, and they are those that a naive count gives.
 */
class AnyInterleavingTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void givesTheRowsOfANaiveCount(long seed) {
        Random random = new Random(seed);
        List<List<Envelope<EventData>>> histories = new RandomHistories(random).ofEach(25);
        NaiveCount naive = new NaiveCount(RandomHistories.ZONES);
        histories.forEach(naive::count);

        Map<String, RowSnapshot> rows = rowsOf(shuffled(histories, random), random);
        Map<String, RowSnapshot> others = rowsOf(shuffled(histories, random), random);

        assertThat(cells(rows)).isEqualTo(naive.cells());
        assertThat(revisions(rows)).isEqualTo(revisions(others));
    }

    /** Every event of the sales and of following up has a channel, so the channels make up the total. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void theValuesOfACompleteDimensionSumToTheTotal(long seed) {
        Random random = new Random(seed);
        Map<String, RowSnapshot> rows = rowsOf(shuffled(new RandomHistories(random).ofEach(25), random), random);

        Map<String, Long> summed = new TreeMap<>();
        Map<String, Long> totals = new TreeMap<>();
        rows.forEach((key, row) -> {
            row.slices().stream()
                    .filter(slice -> slice.dimension().equals("channel"))
                    .forEach(slice -> slice.counters().forEach((counter, amount) -> {
                        summed.merge(key + '|' + counter, amount, Long::sum);
                        totals.put(key + '|' + counter, row.totals().getOrDefault(counter, 0L));
                    }));
        });
        assertThat(summed).isNotEmpty().isEqualTo(totals);
    }

    private static Map<String, RowSnapshot> rowsOf(List<Envelope<EventData>> deliveries, Random random) {
        Map<String, RowSnapshot> rows = new TreeMap<>();
        try (EngineDriver engine = new EngineDriver(EngineDriver.START, PATIENCE)) {
            for (Envelope<EventData> event : deliveries) {
                engine.pipe(event);
                if (random.nextInt(10) == 0) {
                    rows.putAll(engine.rows());
                }
            }
            rows.putAll(engine.rows());
        }
        return rows;
    }

    private static Map<String, Long> cells(Map<String, RowSnapshot> rows) {
        Map<String, Long> cells = new TreeMap<>();
        rows.forEach((key, row) -> {
            row.totals().forEach((counter, amount) -> cells.put(key + "||" + counter, amount));
            row.slices()
                    .forEach(slice -> slice.counters()
                            .forEach((counter, amount) -> cells.put(
                                    key + '|' + slice.dimension() + '=' + slice.value() + '|' + counter, amount)));
        });
        return cells;
    }

    private static Map<String, Object> revisions(Map<String, RowSnapshot> rows) {
        Map<String, Object> revisions = new HashMap<>();
        rows.forEach((key, row) -> revisions.put(key, List.of(row.revision(), row.heardTo())));
        return revisions;
    }

    private static List<Envelope<EventData>> shuffled(List<List<Envelope<EventData>>> histories, Random random) {
        List<Deque<Envelope<EventData>>> waiting = new ArrayList<>();
        histories.stream()
                .filter(history -> !history.isEmpty())
                .forEach(history -> waiting.add(new ArrayDeque<>(history)));
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
}
