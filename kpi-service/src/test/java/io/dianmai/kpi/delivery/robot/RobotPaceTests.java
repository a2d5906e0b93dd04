package io.dianmai.kpi.delivery.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.delivery.message.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RobotPaceTests {
    private static final String ROBOT = "https://qyapi.example/send?key=secret-key";
    private static final List<RateWindow> FEISHU = new FeishuRobot().windows();

    private final MemoryStore store = new MemoryStore();
    private final RobotPace pace = new RobotPace(store.mongo());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takesTwentyAMinuteAndTheNextWhenTheFirstIsAMinuteOld() {
        List<RateWindow> windows = List.of(new RateWindow(20, Duration.ofSeconds(61)));
        for (int i = 0; i < 20; i++) {
            assertThat(pace.take(ROBOT, windows, Told.NOW.plusSeconds(i))).isEmpty();
        }

        Instant soon = Told.NOW.plusSeconds(30);
        assertThat(pace.take(ROBOT, windows, soon)).contains(Duration.ofSeconds(31));
        Instant free = soon.plusSeconds(31);
        assertThat(pace.take(ROBOT, windows, free.minusMillis(1))).contains(Duration.ofMillis(1));
        assertThat(pace.take(ROBOT, windows, free)).isEmpty();
        assertThat(pace.take(ROBOT, windows, free)).contains(Duration.ofSeconds(1));
        assertThat(pace.take("https://another.example/", windows, free)).isEmpty();
    }

    @Test
    void neverPassesEitherLimitOfFeishu() {
        Random random = new Random(11);
        List<Instant> taken = new ArrayList<>();
        Instant now = Told.NOW;
        for (int i = 0; i < 3_000; i++) {
            now = now.plusMillis(random.nextInt(300));
            if (pace.take(ROBOT, FEISHU, now).isEmpty()) {
                taken.add(now);
            }
        }
        assertThat(taken).hasSizeGreaterThan(500);
        assertAtMost(taken, 5, Duration.ofSeconds(1));
        assertAtMost(taken, 100, Duration.ofMinutes(1));
    }

    private static void assertAtMost(List<Instant> taken, int most, Duration span) {
        for (int i = most; i < taken.size(); i++) {
            assertThat(Duration.between(taken.get(i - most), taken.get(i))).isGreaterThan(span);
        }
    }

    @Test
    void instancesShareALimit() throws InterruptedException, ExecutionException {
        List<RateWindow> windows = List.of(new RateWindow(20, Duration.ofSeconds(61)));
        int taken = 0;
        try (var instances = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> takeAll(new RobotPace(store.mongo()), windows));
            }
            for (Future<Integer> instance : instances.invokeAll(all)) {
                taken += instance.get();
            }
        }
        assertThat(taken).isEqualTo(20);
    }

    private static int takeAll(RobotPace instance, List<RateWindow> windows) {
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            taken += instance.take(ROBOT, windows, Told.NOW).isEmpty() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void keepsNoAddress() {
        assertThat(pace.take(ROBOT, FEISHU, Told.NOW)).isEmpty();

        Document kept = store.mongo().getCollection("robot_pace").find().first();
        assertThat(kept).isNotNull();
        assertThat(kept.toJson()).doesNotContain("secret-key");
    }
}
