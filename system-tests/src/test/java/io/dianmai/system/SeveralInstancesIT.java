package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.local.Instance;
import io.dianmai.local.Service;
import io.dianmai.local.process.Child;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Three instances of kpi-service share the work while they are paused, killed, stopped and started under load: the numbers
 * and the rungs are those of one that was never disturbed.
 */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralInstancesIT {
    private static final Duration LOAD = Duration.ofSeconds(24);
    private static final Duration NEGLECT = Duration.ofSeconds(8);
    private static final Instance FIRST = Instance.first(Service.KPI);
    private static final Instance SECOND = new Instance(Service.KPI, 2);
    private static final Instance THIRD = new Instance(Service.KPI, 3);

    private final RunningPlatform platform;

    SeveralInstancesIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void startMore() {
        Waiting.timed("two more instances are ready", () -> platform.start(SECOND, THIRD));
    }

    @AfterAll
    void stopMore() {
        platform.start(FIRST);
        platform.stop(SECOND, THIRD);
    }

    @Test
    void countAndFireEverythingOnceThroughPausesKillsAndStops() throws IOException, InterruptedException {
        TestGroup group = TestGroup.register(platform, "several-kpi", 6);
        var sender = new FactSender(platform.door());
        Child paused = platform.process(SECOND);
        try (var load = Load.start(group, sender, LOAD, NEGLECT)) {
            reach(load, 0.15);
            Signal.STOP.to(paused);
            try {
                reach(load, 0.3);
                platform.process(THIRD).kill();
                reach(load, 0.6);
            } finally {
                Signal.CONT.to(paused);
            }
            platform.start(THIRD);
            platform.stop(FIRST);
            platform.start(FIRST);
            Once.awaitAccepted(load);
        }
        Once.expectEverything(platform, group, sender);
        assertThat(platform.process(SECOND).alive()).isTrue();
        assertThat(platform.process(THIRD).alive()).isTrue();
    }

    private static void reach(Load load, double progress) {
        Awaitility.await().atMost(LOAD.multipliedBy(2)).until(() -> load.progress() >= progress);
    }
}
