package io.dianmai.kit.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundLoopTests {
    private static final Duration LONG = Duration.ofHours(1);

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Semaphore mayGoOn = new Semaphore(0);

    /** Each step says so, and then waits to be let on. */
    private final class Steps extends BackgroundLoop {
        private final Duration pause;
        private final AtomicBoolean fails = new AtomicBoolean();

        Steps(Duration first, Duration pause, Duration retry) {
            super("steps", first, retry);
            this.pause = pause;
        }

        @Override
        protected Duration step() throws InterruptedException {
            done.add("begun");
            mayGoOn.acquire();
            if (fails.get()) {
                throw new IllegalStateException("the store is away");
            }
            done.add("finished");
            return pause;
        }
    }

    private Steps steps = new Steps(Duration.ZERO, LONG, LONG);

    @AfterEach
    void stop() {
        mayGoOn.release(1_000);
        steps.stop();
    }

    private String next() throws InterruptedException {
        String next = done.poll(10, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    @Test
    void goesOnAtOnceWhenThereIsMore() throws InterruptedException {
        steps = new Steps(Duration.ZERO, Duration.ZERO, LONG);
        mayGoOn.release(2);
        steps.start();

        assertThat(next() + next() + next() + next()).isEqualTo("begunfinishedbegunfinished");
    }

    @Test
    void pausesUntilItIsWoken() throws InterruptedException {
        mayGoOn.release(2);
        steps.start();
        assertThat(next() + next()).isEqualTo("begunfinished");
        assertThat(done.poll(100, TimeUnit.MILLISECONDS)).isNull();

        steps.wake();
        assertThat(next()).isEqualTo("begun");
    }

    @Test
    void isWokenByWhatCameDuringAStep() throws InterruptedException {
        steps.start();
        assertThat(next()).isEqualTo("begun");
        steps.wake();
        mayGoOn.release(2);

        assertThat(next() + next()).isEqualTo("finishedbegun");
    }

    @Test
    void pausesFirstWhereItIsToldTo() throws InterruptedException {
        steps = new Steps(LONG, LONG, LONG);
        steps.start();
        assertThat(done.poll(100, TimeUnit.MILLISECONDS)).isNull();

        steps.wake();
        assertThat(next()).isEqualTo("begun");
    }

    @Test
    void triesAgainAfterAFailure() throws InterruptedException {
        steps = new Steps(Duration.ZERO, LONG, Duration.ofMillis(10));
        steps.fails.set(true);
        mayGoOn.release();
        steps.start();
        assertThat(next() + next()).isEqualTo("begunbegun");

        steps.fails.set(false);
        mayGoOn.release(2);
        assertThat(next()).isEqualTo("finished");
    }

    @Test
    void finishesTheStepAtHandWhenItStops() throws InterruptedException {
        steps.start();
        assertThat(next()).isEqualTo("begun");
        Thread stopping = Thread.ofPlatform().start(steps::stop);
        while (steps.isRunning()) {
            Thread.onSpinWait();
        }
        mayGoOn.release(2);

        assertThat(stopping.join(Duration.ofSeconds(4))).isTrue();
        assertThat(next()).isEqualTo("finished");
        assertThat(done).isEmpty();
    }

    @Test
    void cutsOffAStepThatNeverEnds() throws InterruptedException {
        steps.start();
        assertThat(next()).isEqualTo("begun");

        steps.stop();

        assertThat(steps.isRunning()).isFalse();
        assertThat(done).isEmpty();
    }
}
