package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CatchUpGateTests {
    private final FakeProgress broker = new FakeProgress();
    private final CatchUpGate gate = new CatchUpGate(broker, 0);
    private long now = 1_000_000;

    @Test
    void opensAtOnceWhenNothingWaits() {
        broker.written.put("followup-events", 7L);
        broker.processed.put("followup-events", 7L);

        assertThat(tick()).isTrue();
    }

    @Test
    void staysClosedUntilTheBacklogOfTheStartIsProcessed() {
        broker.written.put("followup-events", 7L);
        broker.written.put("aftersales-events", 0L);
        assertThat(tick()).isFalse();

        broker.processed.put("followup-events", 6L);
        // What comes later does not count.
        broker.written.put("followup-events", 900L);
        now += 250;
        assertThat(tick()).isFalse();

        broker.processed.put("followup-events", 7L);
        now += 250;
        assertThat(tick()).isTrue();
        assertThat(tick()).isTrue();
    }

    @Test
    void asksNowAndThenAndNotAtEachTick() {
        broker.written.put("followup-events", 7L);
        assertThat(tick()).isFalse();
        int atFirst = broker.questions;
        for (long end = now + 1_000; now < end; ) {
            assertThat(tick()).isFalse();
        }
        assertThat(broker.questions - atFirst).isBetween(2, 5);
    }

    @Test
    void closesAfterAPause() {
        assertThat(tick()).isTrue();
        broker.written.put("followup-events", 7L);

        now += 1_900;
        assertThat(tick()).isTrue();
        now += 2_001;
        assertThat(tick()).isFalse();
        broker.processed.put("followup-events", 7L);
        now += 250;
        assertThat(tick()).isTrue();
    }

    @Test
    void closesWhenTheClockGoesBack() {
        assertThat(tick()).isTrue();
        broker.written.put("followup-events", 7L);

        now -= 60_000;

        assertThat(tick()).isFalse();
    }

    @Test
    void asksAgainWhenTheBrokerFailsOrIsSilent() {
        broker.answer = CompletableFuture.failedFuture(new IllegalStateException("test"));
        assertThat(tick()).isFalse();
        broker.answer = new CompletableFuture<>();
        for (int i = 0; i < 150; i++) {
            assertThat(tick()).isFalse();
        }
        assertThat(broker.questions).isLessThan(6);

        broker.answer = null;
        for (int i = 0; i < 150 && !tick(); i++) {
            assertThat(i).isLessThan(149);
        }
        assertThat(tick()).isTrue();
    }

    private boolean tick() {
        now += 100;
        return gate.isOpen(now);
    }
}
