package io.dianmai.kpi.ladder;

import static io.dianmai.kpi.ladder.Drafts.FOLLOW_UPS;
import static io.dianmai.kpi.ladder.Drafts.NOW;
import static io.dianmai.kpi.ladder.Drafts.followUp;
import static io.dianmai.kpi.ladder.Drafts.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.ladder.LadderHistory.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances on one document store. */
class StoredLaddersTests {
    private static final Duration FULL = Duration.ofSeconds(30);
    private static final Place PLACE = Place.unknown("S1");

    private final MemoryStore store = new MemoryStore();
    private final LadderArchive archive = new LadderArchive(store.mongo());
    private final MutableClock clock = new MutableClock(NOW);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private boolean isOpen = true;

    @AfterEach
    void close() {
        if (isOpen) {
            store.close();
        }
    }

    @Test
    void aChangeReachesTheOtherInstanceAsOneNewSnapshot() throws IOException {
        StoredLadders mine = open(new SimpleMeterRegistry());
        StoredLadders theirs = open(meters);
        Ladders before = theirs.current();
        Ladder ladder = followUp(NOW, 1);

        new LadderDesk(archive, mine).record(FOLLOW_UPS, put(ladder), 0);
        assertThat(mine.current().of(DeadlineKind.FOLLOW_UP, PLACE, NOW)).isEqualTo(ladder);
        assertThat(theirs.current()).isSameAs(before);

        theirs.refresh();
        assertThat(theirs.current().of(DeadlineKind.FOLLOW_UP, PLACE, NOW)).isEqualTo(ladder);
        assertThat(theirs.current().version())
                .isEqualTo(mine.current().version())
                .isGreaterThan(before.version());
        assertThat(before.of(DeadlineKind.FOLLOW_UP, PLACE, NOW)).isNotEqualTo(ladder);
        assertThat(open(new SimpleMeterRegistry()).current().version())
                .isEqualTo(mine.current().version());
        assertThat(meters.get("dianmai.ladders.version").gauge().value())
                .isEqualTo((double) mine.current().version());
    }

    @Test
    void withoutNewsNothingIsReadAndNothingIsAnotherSnapshot() throws IOException {
        StoredLadders ladders = open(meters);
        Ladders before = ladders.current();

        clock.advance(FULL.minusMillis(1));
        ladders.refresh();
        clock.advance(FULL);
        ladders.refresh();

        assertThat(ladders.current()).isSameAs(before);
    }

    @Test
    void whatAnInstanceDidNotLiveToTellIsFoundByTheFullLook() throws IOException {
        StoredLadders ladders = open(meters);
        archive.record(FOLLOW_UPS, put(followUp(NOW, 1)), null);
        ladders.refresh();
        long version = ladders.current().version();
        store.mongo().getCollection("ladders").deleteMany(new Document());

        clock.advance(FULL.minusMillis(1));
        ladders.refresh();
        assertThat(ladders.current().version()).isEqualTo(version);
        clock.advance(Duration.ofMillis(1));
        ladders.refresh();
        assertThat(ladders.current().version()).isLessThan(version);
    }

    @Test
    void whileTheStoreIsAwayTheLastKnownHoldAndItShows() throws IOException {
        StoredLadders ladders = open(meters);
        Ladder ladder = followUp(NOW, 1);
        new LadderDesk(archive, ladders).record(FOLLOW_UPS, put(ladder), null);
        store.close();
        isOpen = false;

        clock.advance(Duration.ofSeconds(90));
        ladders.refresh();

        assertThat(ladders.current().of(DeadlineKind.FOLLOW_UP, PLACE, NOW)).isEqualTo(ladder);
        assertThat(meters.get("dianmai.ladders.refresh.failures").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("dianmai.ladders.age").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(90);
        assertThatThrownBy(() -> open(new SimpleMeterRegistry())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTheRestHolds() throws IOException {
        Ladder ladder = followUp(new LadderScope.Store("S1"), NOW, 1);
        archive.record(new LadderKey(DeadlineKind.FOLLOW_UP, ladder.scope()), put(ladder), null);
        archive.record(FOLLOW_UPS, put(followUp(NOW, 2)), null);
        store.mongo()
                .getCollection("ladders")
                .updateOne(
                        new Document("_id", "FOLLOW_UP|group"),
                        new Document("$set", new Document("changes.0.ladder", "{\"kind\":\"FOLLOW_UP\"}")));

        StoredLadders ladders = open(meters);

        assertThat(ladders.current().of(DeadlineKind.FOLLOW_UP, PLACE, NOW)).isEqualTo(ladder);
        assertThat(ladders.current().of(DeadlineKind.FOLLOW_UP, Place.unknown("S2"), NOW))
                .isEqualTo(Ladders.shipped().of(DeadlineKind.FOLLOW_UP, PLACE, NOW));
        assertThat(meters.get("dianmai.ladders.unreadable").gauge().value()).isEqualTo(1);
    }

    @Test
    void everyChangeIsKeptAsItWas() {
        Instant later = NOW.plusSeconds(60);
        List<LadderChange> changes = List.of(
                put(followUp(NOW, 1)),
                put(followUp(later, 2)),
                new LadderChange.Cancelled(later, "hq2", NOW),
                new LadderChange.Ended(later, "hq3", later));
        changes.forEach(
                change -> assertThat(archive.record(FOLLOW_UPS, change, null)).isInstanceOf(Outcome.Said.class));

        assertThat(archive.find(FOLLOW_UPS)).isEqualTo(new LadderHistory(FOLLOW_UPS, changes));
        assertThat(archive.news()).isEqualTo(4);
        assertThat(archive.find(new LadderKey(DeadlineKind.LEAD_IDLE, LadderScope.group()))
                        .revision())
                .isZero();
    }

    @Test
    void ofManyWhoHaveSeenTheSameOneWins() throws Exception {
        List<Outcome> outcomes = together(8, i -> archive.record(FOLLOW_UPS, put(followUp(NOW, i + 1)), 0));

        assertThat(outcomes).filteredOn(Outcome.Said.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Outcome.Stale(1)::equals).hasSize(7);
        assertThat(archive.find(FOLLOW_UPS).revision()).isEqualTo(1);
    }

    @Test
    void whoeverExpectsNothingIsAddedAndNobodyIsWrittenOver() throws Exception {
        List<Outcome> outcomes =
                together(4, i -> archive.record(FOLLOW_UPS, put(followUp(NOW.plusSeconds(i), i + 1)), null));

        assertThat(outcomes).allMatch(Outcome.Said.class::isInstance);
        assertThat(archive.find(FOLLOW_UPS).changes())
                .extracting(LadderChange::from)
                .hasSize(4);
    }

    private interface Act {
        Outcome by(int number);
    }

    private static List<Outcome> together(int count, Act act) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> acts = IntStream.range(0, count)
                    .mapToObj(i -> pool.submit(() -> act.by(i)))
                    .toList();
            for (Future<Outcome> outcome : acts) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private StoredLadders open(MeterRegistry registry) throws IOException {
        return new StoredLadders(archive, LadderFile.shipped(), new LadderMetrics(registry, clock), FULL, clock);
    }
}
