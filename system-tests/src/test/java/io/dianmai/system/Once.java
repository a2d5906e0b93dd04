package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The promise that faults must not break: what was accepted counts once, every rung fires once, nothing is left over. */
final class Once {
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final Duration DOUBLE_COUNTS_COME_LATE = Duration.ofSeconds(4);

    private Once() {}

    static void expectEverything(RunningPlatform platform, TestGroup group, FactSender sender) {
        Expected expected = Expected.of(sender.accepted());
        var topics = new TopicRecords(platform.bootstrapServers());
        Waiting.until(
                "counters settle",
                SETTLING,
                () -> assertThat(Counters.of(group, group.today())).isEqualTo(expected.counters()));
        Waiting.until(
                "reminders settle",
                SETTLING,
                () -> assertThat(topics.rungs(group).keySet()).isEqualTo(expected.rungs()));
        Waiting.throughout("nothing counts or fires twice", DOUBLE_COUNTS_COME_LATE, () -> {
            assertThat(Counters.of(group, group.today())).isEqualTo(expected.counters());
            assertThat(topics.rungs(group).values()).containsOnly(1L);
        });
        assertThat(topics.rungs(group).keySet()).isEqualTo(expected.rungs());
        assertThat(topics.deadLetters()).isEmpty();
        assertThat(group.rejected()).isEmpty();
    }

    static void awaitAccepted(Load load) {
        try {
            load.awaitAccepted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted under load", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not everything was accepted", e);
        }
    }
}
