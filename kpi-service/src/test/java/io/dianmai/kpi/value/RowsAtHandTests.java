package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RowsAtHandTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final String ID = "S1|2026-11";

    private final RowsAtHand rows = new RowsAtHand();
    private final Map<String, RowTotals> store = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();

    private static byte[] json(long leads) {
        return EventJson.MAPPER.writeValueAsBytes(
                new RowSnapshot("S1", "2026-11", leads, NOON, Map.of("leadsRegistered", leads), List.of()));
    }

    private static RowTotals totals(long leads) {
        return RowTotals.of(NOON, Map.of("leadsRegistered", leads));
    }

    private Map<String, RowTotals> read(List<String> ids) {
        asked.addAll(ids);
        Map<String, RowTotals> found = new HashMap<>();
        ids.stream().filter(store::containsKey).forEach(id -> found.put(id, store.get(id)));
        return found;
    }

    private long leads(String id) {
        var sum = new AtomicLong();
        rows.totals(List.of(id), this::read, (_, totals) -> sum.addAndGet(totals.of("leadsRegistered")));
        return sum.get();
    }

    @Test
    void whatTheStoreDoesNotHaveYetIsSeen() {
        rows.follow();
        store.put(ID, totals(1));
        rows.changed(ID, 0, 7, json(2));

        assertThat(leads(ID)).isEqualTo(2);
        assertThat(rows.changed(ID)).hasValue(json(2));
        assertThat(rows.heard()).containsEntry("S1", NOON);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheStoreHasIsReadOnceAndFollowed() {
        rows.follow();
        store.put(ID, totals(1));
        assertThat(leads(ID)).isEqualTo(1);
        assertThat(leads("S1|2026-12")).isZero();
        store.put(ID, totals(99));
        assertThat(leads(ID)).isEqualTo(1);
        assertThat(leads("S1|2026-12")).isZero();
        assertThat(asked).containsExactly(ID, "S1|2026-12");

        rows.changed(ID, 0, 7, json(2));
        rows.changed("S1|2026-12", 0, 8, json(3));
        rows.sunk(_ -> 9L);

        assertThat(leads(ID)).isEqualTo(2);
        assertThat(leads("S1|2026-12")).isEqualTo(3);
        assertThat(rows.unsunkBytes()).isZero();
    }

    @Test
    void whatTheStoreHasByNowIsHeldNoLonger() {
        rows.follow();
        rows.changed(ID, 0, 7, json(2));
        rows.changed("S2|2026-11", 1, 7, json(2));

        rows.sunk(partition -> partition == 0 ? 7L : null);
        assertThat(rows.changed(ID)).isPresent();
        rows.sunk(partition -> partition == 0 ? 8L : 7L);

        assertThat(rows.changed(ID)).isEmpty();
        assertThat(rows.changed("S2|2026-11")).isPresent();
    }

    @Test
    void aFeedThatBeginsAgainTakesNothingBack() {
        rows.follow();
        rows.changed(ID, 0, 7, json(2));
        rows.changed(ID, 0, 6, json(1));

        assertThat(leads(ID)).isEqualTo(2);
        rows.sunk(_ -> 8L);
        assertThat(rows.unsunkBytes()).isZero();
    }

    @Test
    void nothingIsAtHandWhileTheFeedStandsStill() {
        rows.follow();
        rows.changed(ID, 0, 7, json(2));
        assertThat(leads(ID)).isEqualTo(2);

        rows.forget();
        store.put(ID, totals(5));

        assertThat(leads(ID)).isEqualTo(5);
        rows.follow();
        rows.sunk(_ -> 8L);
        assertThat(leads(ID)).isEqualTo(5);
    }

    @Test
    void aChangeThatComesWhileTheRowIsReadIsNotLost() {
        rows.follow();
        store.put(ID, totals(1));

        rows.totals(
                List.of(ID),
                ids -> {
                    Map<String, RowTotals> old = read(ids);
                    rows.changed(ID, 0, 7, json(2));
                    store.put(ID, totals(2));
                    rows.sunk(_ -> 8L);
                    return old;
                },
                (_, _) -> {});

        assertThat(leads(ID)).isEqualTo(2);
    }

    @Test
    void aFailedReadLeavesNothingBehind() {
        rows.follow();
        try {
            rows.totals(
                    List.of(ID),
                    _ -> {
                        throw new IllegalStateException("the store is away");
                    },
                    (_, _) -> {});
        } catch (IllegalStateException away) {
            store.put(ID, totals(4));
        }
        assertThat(leads(ID)).isEqualTo(4);
    }

    /** Rows only grow here, so an answer is wrong if it is less than what was there before the question. */
    @Test
    void noAnswerIsOlderThanWhatWasThereBefore() throws Exception {
        rows.follow();
        var offsets = new AtomicLong();
        var written = new ConcurrentHashMap<String, Long>();
        List<String> ids = List.of("S1|2026-11", "S2|2026-11", "S3|2026-11");
        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<?> feed = threads.submit(() -> {
                var random = new Random(7);
                for (long n = 1; n < 20_000; n++) {
                    String id = ids.get(random.nextInt(3));
                    long offset = offsets.incrementAndGet();
                    rows.changed(id, 0, offset, json(n));
                    written.put(id, n);
                    if (random.nextInt(5) == 0) {
                        written.forEach((each, leads) -> store.put(each, totals(leads)));
                        rows.sunk(_ -> offset + 1);
                    }
                }
            });
            while (!feed.isDone()) {
                for (String id : ids) {
                    long before = written.getOrDefault(id, 0L);
                    assertThat(leads(id)).isGreaterThanOrEqualTo(before);
                }
            }
            feed.get();
        }
        ids.forEach(id -> assertThat(leads(id)).isEqualTo(written.get(id)));
    }
}
