package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.History;
import io.dianmai.kpi.TestStores;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.state.ObjectStore;
import io.dianmai.kpi.state.Room;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StoreSilenceTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final SilencePolicy POLICY = new SilencePolicy(7, 3, 2, Duration.ofMinutes(30));
    private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private ObjectStore<AggregateClocks> deadlines = deadlines();
    private KeyValueStore<String, SilenceEntry> stored =
            TestStores.of("silence", Serdes.String(), SilenceEntry.serde());
    private @Nullable ObjectStore<SilenceEntry> inHand;
    private final List<Envelope<ReminderFired>> fired = new ArrayList<>();
    private final ReminderWriter writer =
            new ReminderWriter(new StoreRoster(TestStores.of("roster", Serdes.String(), Serdes.ByteArray()), SHANGHAI));
    private DueIndex index;
    private DeadlineBook book;
    private StoreSilence silence;

    private static ObjectStore<AggregateClocks> deadlines() {
        return new ObjectStore<>(TestStores.of("deadlines", Serdes.String(), ClocksCodec.serde()), new Room(100));
    }

    @BeforeEach
    void start() throws IOException {
        Ladders shipped = Ladders.shipped();
        var clocks = new ClockStore(deadlines);
        index = new DueIndex(clocks, DueIndex.MOST);
        book = new DeadlineBook(clocks, index, () -> shipped, Place::unknown, Duration.ofMinutes(5));
        commit();
        inHand = new ObjectStore<>(stored, new Room(100));
        silence = new StoreSilence(inHand, book, POLICY, SHANGHAI);
    }

    private void commit() {
        if (inHand != null) {
            inHand.flushCache();
        }
    }

    @Test
    void whatWasLearnedAndReportedOutlivesARestart() throws IOException {
        learn();
        Instant silentAt = MONDAY.plus(DAY.multipliedBy(4)).plusSeconds(60);
        start();
        assertThat(silence.silentAt("S1")).isEqualTo(silentAt);

        fireAt(silentAt.minusMillis(1));
        assertThat(fired).isEmpty();
        fireAt(silentAt);
        start();
        silence.on("S1", History.published("S1", "Asia/Shanghai"));
        fireAt(silentAt.plus(DAY));
        assertThat(fired).hasSize(1);

        start();
        hear(silentAt.plus(DAY));
        fireAt(silentAt.plus(DAY.multipliedBy(20)));
        assertThat(fired).extracting(Envelope::sequence).containsExactly(1L, 2L);
    }

    @Test
    void whatWasToldLateOfTheTimeBeforeASilenceDoesNotEndIt() throws IOException {
        learn();
        Instant silentAt = MONDAY.plus(DAY.multipliedBy(4)).plusSeconds(60);
        fireAt(silentAt);
        hear(MONDAY.plus(Duration.ofHours(36)));
        start();
        hear(MONDAY.plus(Duration.ofHours(12)));

        fireAt(silentAt.plus(DAY.multipliedBy(20)));

        assertThat(fired).hasSize(1);
    }

    @Test
    void beingHeardLeavesTheRunningClockAsItIs() {
        learn();
        silence.settle();
        Deadline waiting = book.find("S1:silent");
        Instant last = MONDAY.plus(DAY.multipliedBy(2));
        for (int minute = 1; minute <= 600; minute++) {
            hear(last.plus(Duration.ofMinutes(minute)));
        }

        silence.settle();
        assertThat(waiting).isNotNull();
        assertThat(book.find("S1:silent")).isEqualTo(waiting);
        // Until it runs out: it has to run for ten hours more.
        Instant first = MONDAY.plus(DAY.multipliedBy(4)).plusSeconds(60);
        fireAt(first.plus(Duration.ofHours(10)).minusMillis(1));
        assertThat(fired).isEmpty();
        fireAt(first.plus(Duration.ofHours(10)));
        assertThat(fired).hasSize(1);
    }

    @Test
    void aMomentThatLiesAheadIsNoMoment() {
        learn();
        Instant silentAt = silence.silentAt("S1");
        Instant now = MONDAY.plus(DAY.multipliedBy(2));
        silence.hear("S1", now.plus(Duration.ofMinutes(5)).plusMillis(1), now);
        assertThat(silence.silentAt("S1")).isEqualTo(silentAt);

        silence.hear("S1", now.plus(Duration.ofMinutes(5)), now);
        assertThat(silence.silentAt("S1")).isNotEqualTo(silentAt);
    }

    @Test
    void storesDoNotKnowOfEachOther() {
        learn();
        silence.hear("S2", MONDAY, MONDAY);

        assertThat(silence.silentAt("S2")).isNull();
    }

    /** Any order, any repetition, any restart in between. */
    @RepeatedTest(20)
    void theSameMomentsComeToTheSameReminder(RepetitionInfo run) throws IOException {
        var random = new Random(run.getCurrentRepetition());
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            moments.add(MONDAY.plusSeconds(random.nextInt(9 * 24 * 3600)));
        }
        Collections.sort(moments);
        Instant expected = reminderAfter(moments, null);
        moments.addAll(moments.subList(0, 50));
        Collections.shuffle(moments, random);

        assertThat(reminderAfter(moments, random)).isEqualTo(expected);
    }

    private Instant reminderAfter(List<Instant> moments, @Nullable Random restarts) throws IOException {
        deadlines = deadlines();
        stored = TestStores.of("silence", Serdes.String(), SilenceEntry.serde());
        fired.clear();
        inHand = null;
        start();
        for (Instant moment : moments) {
            hear(moment);
            if (restarts != null && restarts.nextInt(20) == 0) {
                start();
            }
        }
        Instant now = Collections.max(moments);
        while (fired.isEmpty()) {
            fireAt(now);
            now = now.plusSeconds(10);
        }
        return fired.getFirst().data().dueAt();
    }

    /** Once a day on three days: the usual gap is a day, around the clock. */
    private void learn() {
        for (int day = 0; day < 3; day++) {
            hear(MONDAY.plus(DAY.multipliedBy(day)));
        }
    }

    private void hear(Instant moment) {
        silence.hear("S1", moment, MONDAY.plus(DAY.multipliedBy(30)));
    }

    private void fireAt(Instant now) {
        silence.settle();
        LiveDue dues = deadline -> silence.silentAt(deadline.storeId());
        index.tick(now.toEpochMilli(), () -> true);
        new Firing(book, index).fireDue(now, () -> true, dues, (id, deadline, ladder, rung) -> {
            fired.add(writer.reminder(id, deadline, ladder, rung, now, null));
            silence.reported(deadline.storeId());
        });
    }
}
