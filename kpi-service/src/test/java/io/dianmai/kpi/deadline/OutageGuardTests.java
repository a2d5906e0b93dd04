package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutageGuardTests {
    private static final String LEADS = "lead-service of store-events";
    private static final String EVENTS = "engine of lead-events";

    private final FakeProgress services = new FakeProgress();
    private final FakeProgress engine = new FakeProgress();
    private final OutageGuard guard = new OutageGuard(new Backlogs(engine, services), 0);
    private long now = 1_000_000;

    @Test
    void nothingIsMissingWhenAllWasRead() {
        read(services, LEADS, 7);
        read(engine, EVENTS, 9);

        assertThat(guard.nothingMissing(now)).isTrue();
    }

    @Test
    void asksNobodyUnlessAStoreSeemsSilent() {
        tick(100);

        assertThat(services.questions).isZero();
        assertThat(engine.questions).isZero();
    }

    @Test
    void aServiceThatIsBehindLeavesItOpenUntilItsEventsAreCounted() {
        services.written.put(LEADS, 7L);
        services.processed.put(LEADS, 6L);
        read(engine, EVENTS, 9);
        assertThat(guard.nothingMissing(now)).isFalse();
        tick(600);
        assertThat(guard.nothingMissing(now)).isFalse();

        // It catches up and makes an event that is not counted yet.
        engine.written.put(EVENTS, 10L);
        services.processed.put(LEADS, 7L);
        tick(20);
        assertThat(guard.nothingMissing(now)).isFalse();

        engine.processed.put(EVENTS, 10L);
        tick(5);
        assertThat(guard.nothingMissing(now)).isTrue();
    }

    @Test
    void asksTwiceASecondAndNotWhenNobodyWantsToKnowAnyMore() {
        services.written.put(LEADS, 7L);
        assertThat(guard.nothingMissing(now)).isFalse();

        tick(50);
        int questions = services.questions;
        assertThat(questions).isBetween(10, 13);
        tick(600);
        assertThat(services.questions).isEqualTo(questions);
    }

    @Test
    void aServiceThatHasNeverReadAnythingIsBehind() {
        services.written.put(LEADS, 1L);

        assertThat(guard.nothingMissing(now)).isFalse();
    }

    @Test
    void aBrokerThatDoesNotAnswerLeavesItOpen() {
        services.answer = new CompletableFuture<>();

        assertThat(guard.nothingMissing(now)).isFalse();
        tick(200);
        assertThat(guard.nothingMissing(now)).isFalse();
    }

    @Test
    void anAnswerHoldsForFourSeconds() {
        read(services, LEADS, 7);
        assertThat(guard.nothingMissing(now)).isTrue();
        services.written.put(LEADS, 8L);

        tick(39);
        assertThat(guard.nothingMissing(now)).isTrue();
        tick(1);
        assertThat(guard.nothingMissing(now)).isFalse();
    }

    private static void read(FakeProgress progress, String input, long offset) {
        progress.written.put(input, offset);
        progress.processed.put(input, offset);
    }

    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            now += 100;
            guard.tick(now);
        }
    }
}
