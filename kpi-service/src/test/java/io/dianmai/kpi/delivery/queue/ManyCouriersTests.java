package io.dianmai.kpi.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyCouriersTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostOffice office = new PostOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void twoInstancesSendEachOneOnceAndInOrderWhileOthersArePutIn() {
        DeliveryTarget target = office.open(Samples.target("T"));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            threads.execute(() -> workUntil(done, office.courier(), target));
            threads.execute(() -> workUntil(done, office.courier(), target));
            putAll(target, done);
        }

        assertThat(office.channel.messages)
                .containsExactlyElementsOf(
                        IntStream.range(0, 300).mapToObj("T:n%03d"::formatted).toList());
    }

    private void putAll(DeliveryTarget target, AtomicBoolean done) {
        try {
            for (int i = 0; i < 300; i++) {
                office.put(target, "n%03d".formatted(i));
                if (i % 40 == 39) {
                    await().atMost(PATIENCE).until(() -> office.state(target).waiting() == 0);
                }
            }
            await().atMost(PATIENCE).until(() -> office.state(target).waiting() == 0);
        } finally {
            done.set(true);
        }
    }

    private static void workUntil(AtomicBoolean done, Courier courier, DeliveryTarget target) {
        while (!done.get()) {
            courier.work(target);
        }
    }

    @Test
    void nobodySendsWhileAnotherOneDoesUnlessItsLeaseHasEnded() throws Exception {
        DeliveryTarget target = office.open(Samples.target("T"));
        office.put(target, "a", "b");
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        office.channel.answers((_, notices) -> {
            if (notices.getFirst().id().equals("a") && sending.getCount() > 0) {
                sending.countDown();
                awaitQuietly(goOn);
            }
            return new Attempt.Delivered(200);
        });
        Thread paused = Thread.ofVirtual().start(() -> office.courier.work(target));
        sending.await();

        office.courier().work(target);
        assertThat(office.channel.messages).containsExactly("T:a");
        office.clock.advance(office.settings.lease());
        office.courier().work(target);
        assertThat(office.channel.messages).containsExactly("T:a", "T:a", "T:b");
        goOn.countDown();
        paused.join();

        assertThat(office.channel.messages).containsExactly("T:a", "T:a", "T:b");
        assertThat(office.fates()).containsExactly("a=DELIVERED", "b=DELIVERED");
        assertThat(office.state(target).waiting()).isZero();
    }

    @Test
    void aTargetThatNeverAnswersHoldsBackNoOther() {
        List<DeliveryTarget> targets = IntStream.range(0, 20)
                .mapToObj(i -> office.open(Samples.target("T" + i)))
                .toList();
        CountDownLatch goOn = new CountDownLatch(1);
        office.channel.answers((target, _) -> {
            if (target.id().equals("T0")) {
                awaitQuietly(goOn);
            }
            return target.id().equals("T1") ? new Attempt.Retry("500", null) : new Attempt.Delivered(200);
        });
        targets.forEach(target -> office.put(target, "a", "b", "c"));
        try (Dispatcher dispatcher =
                new Dispatcher(() -> targets, office.queues, office.courier, office.settings, office.clock)) {
            dispatcher.dispatch();
            dispatcher.dispatch();
            await().atMost(PATIENCE)
                    .until(() -> targets.stream()
                            .skip(2)
                            .allMatch(target -> office.state(target).waiting() == 0));

            assertThat(office.channel.messages)
                    .filteredOn(message -> message.startsWith("T0:"))
                    .containsExactly("T0:a");
            assertThat(office.channel.messages).hasSize(18 * 3 + 2);
            goOn.countDown();
        }
        assertThat(office.fates().stream().filter("a=DELIVERED"::equals)).hasSize(19);
        assertThat(office.state(targets.get(1)).failures()).isEqualTo(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
