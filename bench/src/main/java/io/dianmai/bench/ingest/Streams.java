package io.dianmai.bench.ingest;

import io.dianmai.bench.Options;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.bench.report.Latencies;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Many live streams at once: that all see each event, are kept alive, can be resumed, and leave nothing behind. */
final class Streams {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int ROWS = 20;
    private static final int RESUMED = 100;

    private final Options options;
    private final Machinery machinery;
    private final Door door;
    private final PrintStream out;
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Streams(Options options, Machinery machinery, Door door, PrintStream out) {
        this.options = options;
        this.machinery = machinery;
        this.door = door;
        this.out = out;
    }

    Map<String, Object> measure() throws Exception {
        figures.put("before", standing());
        try (var rows = new Rows(machinery.bootstrapServers())) {
            open(options.size("streams"), null);
            await("all streams are open", () -> listeners.stream().allMatch(Listener::isOpen));
            figures.put("open", listeners.size());
            figures.put("event", event(rows).figures());
            await("all streams had a heartbeat", () -> listeners.stream().allMatch(Listener::hasHeartbeat));
            figures.put("resumed", resume(rows));
            figures.put("residentMegabytes", door.resident());
            close(listeners.size());
            await("all streams are closed", () -> {
                rows.publish();
                return door.metric("dianmai_streams_open") == 0;
            });
        }
        figures.put("after", standing());
        out.println("streams: " + figures);
        return figures;
    }

    /** Rows that all see; how long each took to each of them. */
    private Latencies event(Rows rows) throws Exception {
        var latencies = new Latencies();
        for (int i = 0; i < ROWS; i++) {
            long from = System.nanoTime();
            long number = rows.publish();
            await("all streams see a row", () -> listeners.stream().allMatch(one -> last(one) == number));
            listeners.forEach(one -> latencies.add(one.rows().getLast().at() - from));
        }
        return latencies;
    }

    /** Some leave, miss some rows, and come back with the id that they saw last; they must get exactly these. */
    private int resume(Rows rows) throws Exception {
        int count = Math.min(RESUMED, listeners.size());
        String lastId = listeners.getLast().lastId();
        long last = last(listeners.getLast());
        close(count);
        for (int i = 0; i < ROWS; i++) {
            rows.publish();
        }
        List<Long> missed =
                LongStream.rangeClosed(last + 1, last + ROWS).boxed().toList();
        List<Listener> resumed = open(count, lastId);
        await("resumed streams get what they missed", () -> resumed.stream().allMatch(one -> last(one) == last + ROWS));
        for (Listener one : resumed) {
            if (!one.rows().stream().map(Listener.Seen::number).toList().equals(missed)) {
                throw new IllegalStateException("a resumed stream got " + one.rows() + " instead of " + missed);
            }
        }
        return resumed.size();
    }

    private List<Listener> open(int count, @Nullable String lastId) throws IOException {
        List<Listener> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(new Listener(door.gateway(), door.token(), lastId));
        }
        listeners.addAll(opened);
        return opened;
    }

    /** The last so many leave. */
    private void close(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            listeners.removeLast().close();
        }
    }

    private Map<String, Object> standing() throws IOException, InterruptedException {
        return Map.of(
                "liveHeapMegabytes", Math.round(door.liveHeap()),
                "threads", Math.round(door.metric("jvm_threads_live_threads")),
                "descriptors", door.descriptors());
    }

    private static long last(Listener one) {
        return one.rows().isEmpty() ? 0 : one.rows().getLast().number();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(POLL);
        }
    }
}
