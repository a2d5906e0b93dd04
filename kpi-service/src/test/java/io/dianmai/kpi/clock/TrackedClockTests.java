package io.dianmai.kpi.clock;

import static io.dianmai.kpi.clock.Facts.DESK;
import static io.dianmai.kpi.clock.Facts.RUNGS;
import static io.dianmai.kpi.clock.Facts.WORK;
import static io.dianmai.kpi.clock.Facts.armed;
import static io.dianmai.kpi.clock.Facts.fired;
import static io.dianmai.kpi.clock.Facts.minute;
import static io.dianmai.kpi.clock.Facts.snoozed;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.clock.Episode.End;
import io.dianmai.kpi.clock.Told.Cleared;
import io.dianmai.kpi.clock.Told.HandedOver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedClockTests {
    @Test
    void runsFromWhenItWasSetToWhenItWasCleared() {
        TrackedClock clock = new Facts()
                .then(WORK, 0, armed("A1", 0, 60))
                .then(WORK, 10, new HandedOver("A2"))
                .then(WORK, 50, new Cleared())
                .heard();

        assertThat(clock.episodes()).singleElement().satisfies(run -> {
            assertThat(run.armedAt()).isEqualTo(minute(0));
            assertThat(run.dueAt()).isEqualTo(minute(60));
            assertThat(run.ownerId()).isEqualTo("A2");
            assertThat(run.endedAt()).isEqualTo(minute(50));
            assertThat(run.end()).isEqualTo(End.CLEARED);
        });
    }

    @Test
    void aClockSetAnewStartsAnotherRun() {
        TrackedClock clock = new Facts()
                .then(WORK, 0, armed("A1", 0, 60))
                .then(DESK, 5, snoozed(60, 55))
                .then(RUNGS, 30, fired(60, -30))
                .then(WORK, 40, armed("A1", 40, 90))
                .then(RUNGS, 60, fired(90, -30))
                .heard();

        assertThat(clock.episodes()).hasSize(2);
        Episode first = clock.episodes().getFirst();
        assertThat(first.end()).isEqualTo(End.REPLACED);
        assertThat(first.endedAt()).isEqualTo(minute(40));
        assertThat(first.snoozes()).hasSize(1);
        assertThat(first.fired()).hasSize(1);
        Episode second = clock.latest().orElseThrow();
        assertThat(second.isRunning()).isTrue();
        assertThat(second.snoozes()).isEmpty();
        assertThat(second.fired()).containsExactly(new Episode.Rang(Duration.ofMinutes(-30), minute(60)));
    }

    @Test
    void aRungThatWasUnderWayWhenItsRunEndedBelongsToThatRun() {
        TrackedClock clock = new Facts()
                .then(WORK, 0, armed("A1", 0, 60))
                .then(WORK, 31, armed("A1", 31, 90))
                .then(RUNGS, 32, fired(60, -30))
                .heard();

        assertThat(clock.episodes()).extracting(run -> run.fired().size()).containsExactly(1, 0);
    }

    @Test
    void aSnoozeOfTheClockBeforeIsNoneOfThisOne() {
        TrackedClock clock = new Facts()
                .then(WORK, 0, armed("A1", 0, 60))
                .then(WORK, 31, armed("A1", 31, 90))
                .then(DESK, 32, snoozed(60, 55))
                .heard();

        assertThat(clock.latest().orElseThrow().snoozes()).isEmpty();
    }

    @Test
    void theEngineSetsAClockAnewByItself() {
        TrackedClock clock = new Facts()
                .then(WORK, 0, armed("A1", 0, 60))
                .then(RUNGS, 60, fired(60, 0))
                .then(RUNGS, 120, fired(120, 0))
                .heard();

        assertThat(clock.episodes()).extracting(Episode::dueAt).containsExactly(minute(60), minute(120));
        assertThat(clock.latest().orElseThrow().isRunning()).isTrue();
        assertThat(clock.latest().orElseThrow().ownerId()).isEqualTo("A1");
    }

    @Test
    void whatWasHeardBeforeChangesNothing() {
        Facts facts = new Facts().then(WORK, 0, armed("A1", 0, 60)).then(WORK, 50, new Cleared());
        TrackedClock once = facts.heard();

        assertThat(once.hear(facts.all().getFirst())).isSameAs(once);
        assertThat(Facts.heard(List.of(
                        facts.all().get(0), facts.all().get(1), facts.all().get(0))))
                .isEqualTo(once);
    }

    @Test
    void anEndThatIsToldBeforeTheBeginningIsAnEnd() {
        List<ClockFact> facts = new Facts()
                .then(WORK, 0, armed("A1", 0, 60))
                .then("lead-events", 20, new Cleared())
                .all();
        TrackedClock endOnly = Facts.heard(facts.subList(1, 2));

        assertThat(endOnly.latest()).isEmpty();
        assertThat(endOnly.hear(facts.getFirst()).latest().orElseThrow().endedAt())
                .isEqualTo(minute(20));
    }

    @Test
    void aNewOwnerOfNothingIsNoNews() {
        TrackedClock unheard = TrackedClock.unheard("task", "S1");

        assertThat(Facts.heard(new Facts().then(WORK, 0, new HandedOver("A2")).all()))
                .isEqualTo(unheard);
    }

    @Test
    void remembersABoundedPastAndAlwaysWhatSetItLast() {
        Facts facts = new Facts().then(WORK, 0, armed("A1", 0, 60));
        for (int i = 1; i < 500; i++) {
            facts.then(WORK, i, new HandedOver("A" + i));
        }
        TrackedClock clock = facts.heard();

        assertThat(clock.facts()).hasSize(TrackedClock.MOST_FACTS);
        assertThat(clock.latest().orElseThrow().dueAt()).isEqualTo(minute(60));
        assertThat(clock.latest().orElseThrow().ownerId()).isEqualTo("A499");
        assertThat(clock.hear(facts.all().get(3))).isEqualTo(clock);
    }

    @Test
    void isNotSetGoingByForgettingThatItWasStopped() {
        Facts facts = new Facts().then(WORK, 0, armed("A1", 0, 60)).then(WORK, 1, new Cleared());
        for (int i = 2; i < 500; i++) {
            facts.then(WORK, i, new HandedOver("A" + i));
        }

        assertThat(facts.heard().latest().orElseThrow().endedAt()).isEqualTo(minute(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderBetweenTopicsAndAnyRepetitionGivesTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<ClockFact> facts = history(random);
            TrackedClock inOrder = Facts.heard(facts);
            List<ClockFact> shuffled = interleaved(facts, random);

            assertThat(Facts.heard(shuffled).episodes())
                    .as("seed %s of %s", seed, shuffled)
                    .isEqualTo(inOrder.episodes());
        }
    }

    /** Beginning with its start: a new owner that is told before is forgotten. */
    private static List<ClockFact> history(Random random) {
        Facts facts = new Facts().then(WORK, 0, armed("A0", 0, 60));
        List<Long> dues = new ArrayList<>(List.of(60L));
        for (int minute = 1; minute < 15; minute++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    dues.add(60L + minute);
                    facts.then(WORK, minute, armed("A" + minute, minute, 60L + minute));
                }
                case 1 -> facts.then("lead-events", minute, new Cleared());
                case 2 -> facts.then(WORK, minute, new HandedOver("B" + minute));
                case 3 -> facts.then(RUNGS, minute, fired(dues.getLast(), minute));
                default -> facts.then(DESK, minute, snoozed(dues.getLast(), 100));
            }
        }
        return facts.all();
    }

    private static List<ClockFact> interleaved(List<ClockFact> facts, Random random) {
        Map<String, List<ClockFact>> topics = new HashMap<>();
        facts.stream()
                .skip(1)
                .forEach(fact -> topics.computeIfAbsent(fact.topic(), _ -> new ArrayList<>())
                        .add(fact));
        List<ClockFact> result = new ArrayList<>(List.of(facts.getFirst()));
        List<List<ClockFact>> queues = new ArrayList<>(topics.values());
        while (!queues.isEmpty()) {
            List<ClockFact> queue = queues.get(random.nextInt(queues.size()));
            result.add(queue.removeFirst());
            if (random.nextInt(4) == 0) {
                result.add(result.get(random.nextInt(result.size())));
            }
            queues.removeIf(List::isEmpty);
        }
        return result;
    }
}
