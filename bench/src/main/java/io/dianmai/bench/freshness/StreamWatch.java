package io.dianmai.bench.freshness;

import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Sightings;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to {@code /api/stream} as an open page does. */
final class StreamWatch implements AutoCloseable {
    private static final String DATA = "data: ";

    private final Set<String> stores;
    private final String day;
    private final Sightings sightings;
    private final Stream<String> lines;
    private volatile boolean ended;

    StreamWatch(Api api, Set<String> stores, String day, Sightings sightings) {
        this.stores = Set.copyOf(stores);
        this.day = day;
        this.sightings = sightings;
        this.lines = api.stream();
        Thread.ofPlatform().daemon().name("stream-watch").start(this::read);
    }

    private void read() {
        try {
            lines.forEach(this::line);
        } catch (UncheckedIOException | IllegalStateException closed) {
            if (!ended) {
                throw closed;
            }
        }
    }

    private void line(String line) {
        if (line.startsWith(DATA)) {
            JsonNode row = JsonMapper.shared().readTree(line.substring(DATA.length()));
            String store = row.path("storeId").asString("");
            if (stores.contains(store) && day.equals(row.path("period").asString(""))) {
                sightings.seen(store, row.path("totals").path("calls").asLong(0), System.nanoTime());
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        lines.close();
    }
}
