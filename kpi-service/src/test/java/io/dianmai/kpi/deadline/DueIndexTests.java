package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.TestStores;
import io.dianmai.kpi.state.ObjectStore;
import io.dianmai.kpi.state.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class DueIndexTests {
    private static final long NOW = Instant.parse("2026-11-21T04:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final ClockStore clocks = new ClockStore(
            new ObjectStore<>(TestStores.of("deadlines", Serdes.String(), ClocksCodec.serde()), new Room(100)));
    private DueIndex index = new DueIndex(clocks, 10);

    @Test
    void storesTakeTurnsAndEachHasItsOldestFirst() {
        set("A2", "A", NOW - 2);
        set("A1", "A", NOW - 3);
        set("A3", "A", NOW - 1);
        set("B1", "B", NOW);

        assertThat(tick(NOW)).containsExactly("A1", "B1", "A2", "A3");
        assertThat(index.isComplete(NOW)).isTrue();
        assertThat(index.size()).isZero();
    }

    @Test
    void whatBecomesDueBesideABacklogHasEveryOtherTurn() {
        tick(NOW);
        IntStream.range(0, 6).forEach(i -> set("old" + i, "A", NOW - 10 + i));
        index.tick(NOW + 1, () -> true);
        set("new0", "A", NOW + 2);
        set("new1", "A", NOW + 2);

        List<String> came = tick(NOW + 2);
        assertThat(came.subList(0, 4)).containsExactlyInAnyOrder("old0", "new0", "old1", "new1");
        assertThat(came.subList(4, 8)).containsExactly("old2", "old3", "old4", "old5");
    }

    @Test
    void whatATickHadNoTimeForIsNotPutBehindTheBacklog() {
        tick(NOW);
        IntStream.range(0, 6).forEach(i -> set("old" + i, "A", NOW - 10 + i));
        index.tick(NOW + 1, () -> true);
        set("missed", "A", NOW + 2);
        index.tick(NOW + 2, () -> true);
        set("new", "A", NOW + 3);

        assertThat(tick(NOW + 3).subList(0, 4)).containsExactlyInAnyOrder("old0", "new", "old1", "missed");
    }

    @Test
    void nothingComesUpBeforeItsMillisecond() {
        set("A", "S", NOW + 1);

        assertThat(tick(NOW)).isEmpty();
        assertThat(tick(NOW + 1)).containsExactly("A");
    }

    @Test
    void whatWaitsForLongIsFoundWhenItsHourComes() {
        set("A", "S", NOW + 30 * HOUR);
        assertThat(tick(NOW)).isEmpty();
        set("B", "S", NOW + 31 * HOUR);
        assertThat(index.size()).isEqualTo(2);

        assertThat(tick(NOW + 30 * HOUR - 1)).isEmpty();
        assertThat(tick(NOW + 40 * HOUR)).containsExactly("A", "B");
    }

    @Test
    void moreThanFitInHandComeUpAllTheSame() {
        List<String> ids = IntStream.range(0, 95).mapToObj(i -> "T" + i).toList();
        ids.forEach(id -> set(id, "S" + id.length(), NOW));
        List<String> came = new ArrayList<>();

        for (int tick = 0; tick < 30; tick++) {
            came.addAll(tick(NOW + tick));
        }

        assertThat(came).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(index.isComplete(NOW + 30)).isTrue();
    }

    @Test
    void whatIsTakenBackDoesNotComeUp() {
        set("A", "S", NOW);
        index.tick(NOW, () -> true);
        stop("A", NOW);

        assertThat(index.take()).isNull();
    }

    @Test
    void aClockThatIsSetBackCallsNothingTwiceAndNothingEarly() {
        set("A", "S", NOW);
        set("B", "S", NOW + 1);
        index.tick(NOW + 1, () -> true);
        index.tick(NOW, () -> true);

        assertThat(taken()).containsExactly("A");
        assertThat(tick(NOW + 1)).containsExactly("B");
    }

    @Test
    void aNewIndexFindsWhatWaits() {
        set("A", "S", NOW);
        set("B", "S", NOW + 5 * HOUR);
        index = new DueIndex(clocks, 10);
        set("C", "S", NOW + 6 * HOUR);

        assertThat(tick(NOW)).containsExactly("A");
        assertThat(index.size()).isEqualTo(2);
    }

    private List<String> tick(long now) {
        index.tick(now, () -> true);
        return taken();
    }

    private List<String> taken() {
        List<String> ids = new ArrayList<>();
        for (String id = index.take(); id != null; id = index.take()) {
            clocks.delete(id);
            ids.add(id);
        }
        return ids;
    }

    private void set(String id, String store, long at) {
        index.put(id, store, Instant.ofEpochMilli(at));
        clocks.put(id, clock(store, at));
    }

    private void stop(String id, long at) {
        index.remove(id, Instant.ofEpochMilli(at));
        clocks.delete(id);
    }

    private static Deadline clock(String store, long at) {
        Instant due = Instant.ofEpochMilli(at);
        return new Deadline(DeadlineKind.FOLLOW_UP, store, "plan", "A1", due, due, null, 0, due, null, false);
    }
}
