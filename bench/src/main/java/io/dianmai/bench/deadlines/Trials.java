package io.dianmai.bench.deadlines;

import io.dianmai.bench.Options;
import io.dianmai.bench.platform.GroupLag.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What is measured, one after the other on the same clocks. */
final class Trials {
    /** So long before they fire clocks are set at least: a tenth of a millisecond for each, and some more. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final Duration SOME_MONTHS = Duration.ofDays(90);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Options options;
    private final Tasks tasks;
    private final EngineUnderLoad engine;
    private final ReminderWatch watch;
    private final PrintStream out;

    Trials(Options options, Tasks tasks, EngineUnderLoad engine, ReminderWatch watch, PrintStream out) {
        this.options = options;
        this.tasks = tasks;
        this.engine = engine;
        this.watch = watch;
        this.out = out;
    }

    /** All events are there when the engine starts: how fast it gets through them. */
    Map<String, Object> arming() throws ExecutionException, InterruptedException {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        long armed = options.size("armed");
        tasks.set("armed-", armed, number -> later.plusMillis(number * SOME_MONTHS.toMillis() / armed));
        engine.start();
        List<Progress> steps = engine.catchUp();
        double rate = steps.getLast().rateSince(steps.getFirst());
        out.println("%,d clocks set at %,.0f/s; process %,d MB, state %,d MB"
                .formatted(armed, rate, engine.residentMegabytes(), engine.stateMegabytes()));
        return figures(
                "clocksPerSecond", Math.round(rate),
                "residentMegabytes", engine.residentMegabytes(),
                "stateMegabytes", engine.stateMegabytes());
    }

    /** Until it has processed, in every partition, what came after it was killed. */
    Map<String, Object> killed() throws ExecutionException, InterruptedException {
        engine.kill();
        long gone = System.nanoTime();
        tasks.set("after-", options.size("stores"), _ -> Instant.now().plus(SOME_MONTHS));
        engine.start();
        engine.catchUp();
        double seconds = Math.round((System.nanoTime() - gone) / 1e8) / 10.0;
        out.println("kill -9: at work again after %.1f s".formatted(seconds));
        return figures("readySeconds", seconds);
    }

    /** One clock after the other, evenly. */
    Map<String, Object> rate() throws ExecutionException, InterruptedException {
        long count = (long) options.size("rate") * options.size("seconds");
        setEvenly("rate-", count, Instant.now().plus(ahead(count)));
        engine.catchUp();
        ReminderWatch.Seen seen = await("rate-", count);
        out.println("%,d/s: late by %s; twice %d, early %d"
                .formatted(options.size("rate"), seen.late.text(), seen.twice(), seen.early()));
        return seen(seen);
    }

    /**
     * Many in one second, and others evenly before and after it: whoever comes due in that second, at the same stores, is one of the many.
     */
    Map<String, Object> burst() throws ExecutionException, InterruptedException {
        long burst = options.size("burst");
        long beside = options.size("rate") * 20L;
        Instant begin = Instant.now().plus(ahead(burst + beside));
        tasks.set("beside-", beside, number -> {
            Instant evenly = begin.minusSeconds(5).plus(place(number));
            return evenly.isBefore(begin) ? evenly : evenly.plusSeconds(1);
        });
        tasks.set("burst-", burst, number -> begin.plusMillis(number * 1_000 / burst));
        engine.catchUp();
        ReminderWatch.Seen seen = await("burst-", burst);
        ReminderWatch.Seen others = await("beside-", beside);
        double seconds = Duration.between(begin, seen.last()).toMillis() / 1_000.0;
        out.println("%,d in one second: fired after %.1f s; twice %d, early %d; others late by %s; process %,d MB"
                .formatted(burst, seconds, seen.twice(), seen.early(), others.late.text(), engine.residentMegabytes()));
        return figures(
                "seconds", seconds,
                "burst", seen(seen),
                "beside", seen(others),
                "residentMegabytes", engine.residentMegabytes());
    }

    private void setEvenly(String prefix, long count, Instant begin) {
        tasks.set(prefix, count, number -> begin.plus(place(number)));
    }

    /** Where one has its place when so many come in a second. */
    private Duration place(long number) {
        return Duration.ofNanos(number * 1_000_000_000L / options.size("rate"));
    }

    private static Duration ahead(long count) {
        return AHEAD.plusMillis(count / 5);
    }

    private ReminderWatch.Seen await(String prefix, long count) throws InterruptedException {
        ReminderWatch.Seen seen = watch.of(prefix);
        Instant end = Instant.now().plus(PATIENCE);
        while (seen.late.count() < count) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "of %d clocks %d have fired after %s".formatted(count, seen.late.count(), PATIENCE));
            }
            Thread.sleep(POLL);
        }
        return seen;
    }

    private static Map<String, Object> seen(ReminderWatch.Seen seen) {
        Map<String, Object> figures = new LinkedHashMap<>(seen.late.figures());
        figures.put("twice", seen.twice());
        figures.put("early", seen.early());
        return figures;
    }

    private static Map<String, Object> figures(Object... namesAndValues) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            figures.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return figures;
    }
}
