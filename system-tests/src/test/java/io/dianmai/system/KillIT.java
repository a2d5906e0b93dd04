package io.dianmai.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoublePredicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes are killed under load and started again: whatever was accepted counts exactly once, every rung fires exactly
 * once, and nothing is left in dead letters.
 */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
    private static final Duration LOAD = Duration.ofSeconds(8);
    private static final double STRUCK_AT = 0.35;
    private static final double RAISED_AT = 0.6;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final RunningPlatform platform;

    KillIT(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Who is killed, and how long the deadlines of the load may be for facts to be accepted before they lapse. */
    enum Victim {
        LEAD_SERVICE("lead-service", Duration.ofSeconds(6)),
        FOLLOWUP_SERVICE("followup-service", Duration.ofSeconds(6)),
        AFTERSALES_SERVICE("aftersales-service", Duration.ofSeconds(6)),
        KPI_SERVICE("kpi-service", Duration.ofSeconds(6)),
        GATEWAY("gateway", Duration.ofSeconds(30)),
        BROKER("broker", Duration.ofSeconds(30));

        private final String process;
        private final Duration neglect;

        Victim(String process, Duration neglect) {
            this.process = process;
            this.neglect = neglect;
        }
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void countsAndFiresEverythingOnceWhenKilledUnderLoad(Victim victim) {
        TestGroup group = TestGroup.register(platform, "kill-" + victim.name().toLowerCase(Locale.ROOT), 3);
        var sender = new FactSender(platform.door());
        try (var load = Load.start(group, sender, LOAD, victim.neglect)) {
            when(load, progress -> progress >= STRUCK_AT);
            Waiting.timed(victim + " is killed", platform.process(victim.process)::kill);
            when(load, progress -> progress >= RAISED_AT);
            platform.up();
            Waiting.timed("the rest is accepted", () -> Once.awaitAccepted(load));
        }
        Once.expectEverything(platform, group, sender);
    }

    @Test
    @Tag("slow")
    void countsAndFiresEverythingOnceWhenStoppedInTheMiddle() throws IOException, InterruptedException {
        TestGroup group = TestGroup.register(platform, "pause-kpi", 3);
        var sender = new FactSender(platform.door());
        try (var load = Load.start(group, sender, LOAD, Duration.ofSeconds(6))) {
            when(load, progress -> progress >= STRUCK_AT);
            Signal.STOP.to(platform.process(Victim.KPI_SERVICE.process));
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } finally {
                Signal.CONT.to(platform.process(Victim.KPI_SERVICE.process));
            }
            Once.awaitAccepted(load);
        }
        Once.expectEverything(platform, group, sender);
    }

    private static void when(Load load, DoublePredicate progress) {
        Awaitility.await().atMost(LOAD.multipliedBy(2)).until(() -> progress.test(load.progress()));
    }
}
