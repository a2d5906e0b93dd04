package io.dianmai.local;

import io.dianmai.local.broker.LocalBroker;
import io.dianmai.local.process.Child;
import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./dianmai up}: keeps what runs, starts what does not. When it fails or is interrupted it stops all that it has started
 * itself, and only that.
 */
final class BringUp {
    private final Platform platform;
    private final Progress progress;
    private final List<Child> started = new ArrayList<>();
    private volatile @Nullable Process feeding;

    BringUp(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    int run(Command.Up command) {
        Settings settings = platform.settings();
        try (UpLock _ = UpLock.take(settings.data())) {
            if (command.fresh()) {
                platform.stopAll();
                Wipe.all(settings.data());
                progress.step("all data forgotten");
            }
            new RunningSettings(platform).claim();
            new Preflight(settings).check();
            startGuarded(command.demo());
            progress.say(new Welcome(settings).text());
            return 0;
        }
    }

    private void startGuarded(boolean demo) {
        Thread undoing = Thread.ofPlatform().unstarted(this::undo);
        Runtime.getRuntime().addShutdownHook(undoing);
        boolean done = false;
        try {
            startAll(demo);
            done = true;
        } finally {
            if (!done) {
                undo();
            }
            forget(undoing);
        }
    }

    private void startAll(boolean demo) {
        if (note(platform.broker().child(), platform.broker().start())) {
            platform.broker().awaitReady();
        }
        progress.step(LocalBroker.NAME + " ready at " + platform.broker().bootstrapServers());
        note(platform.store().child(), platform.store().start());
        platform.store().awaitReady();
        progress.step("store ready at " + platform.store().uri(""));
        startServices();
        if (demo) {
            startSample(platform.sample());
        }
    }

    private void startServices() {
        try (ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Service> ready = new ExecutorCompletionService<>(waiting);
            for (Service service : Service.values()) {
                note(platform.child(service), platform.start(service));
                ready.submit(() -> platform.awaitReady(service), service);
            }
            try {
                for (int i = 0; i < Service.values().length; i++) {
                    Service service = ready.take().get();
                    progress.step(service.module() + " ready on port "
                            + platform.settings().ports().of(service));
                }
            } catch (ExecutionException e) {
                waiting.shutdownNow();
                throw e.getCause() instanceof LaunchFailure failure ? failure : new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void startSample(SampleProcess sample) {
        if (!sample.fed()) {
            progress.step("feeding the sample group");
            feed(sample);
            sample.markFed();
        }
        note(sample.child(), sample.startLive());
        progress.step("sample group alive");
    }

    private void feed(SampleProcess sample) {
        try {
            Process feed = sample.feed();
            feeding = feed;
            if (feed.waitFor() != 0) {
                throw new LaunchFailure(
                        "the sample group could not be fed; its own words are above",
                        "Run ./dianmai up again, or ./dianmai up --no-demo to do without it.");
            }
        } catch (IOException e) {
            throw new LaunchFailure(
                    "the sample group could not be started: " + e.getMessage(), "Run ./dianmai up --no-demo.");
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            feeding = null;
        }
    }

    private boolean note(Child child, boolean didStart) {
        synchronized (started) {
            if (didStart) {
                started.add(child);
            }
            return didStart;
        }
    }

    private void undo() {
        Process feed = feeding;
        if (feed != null) {
            feed.destroy();
        }
        synchronized (started) {
            if (!started.isEmpty()) {
                progress.step("stopping what was started");
                platform.stop(started);
                started.clear();
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook itself is at work, or was
        }
    }

    private static LaunchFailure interrupted() {
        Thread.currentThread().interrupt();
        return new LaunchFailure("interrupted", "Run ./dianmai up again.");
    }
}
