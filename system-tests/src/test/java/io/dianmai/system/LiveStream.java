package io.dianmai.system;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A viewer of {@code /api/stream}, who keeps what came and when. */
final class LiveStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final String NAME = "event: ";
    private static final String DATA = "data: ";

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final Stream<String> lines;
    private String name = "";

    /** An event as it came. */
    record Event(String name, JsonNode data, Instant at) {}

    private LiveStream(Stream<String> lines) {
        this.lines = lines;
    }

    static LiveStream open(Door door, String token) {
        var stream = new LiveStream(door.follow("/api/stream", token));
        Thread.ofVirtual().name("live-stream").start(stream::read);
        return stream;
    }

    /** What came so far under this name, oldest first. */
    List<Event> events(String wanted) {
        return events.stream().filter(event -> event.name().equals(wanted)).toList();
    }

    /** Reminders about one aggregate. */
    List<Event> remindersAbout(String aggregateId) {
        return events("reminder").stream()
                .filter(event -> event.data().path("aggregateId").asString().equals(aggregateId))
                .toList();
    }

    @Override
    public void close() {
        lines.close();
    }

    private void read() {
        try {
            lines.forEach(this::line);
        } catch (UncheckedIOException | IllegalStateException ended) {
            LOG.debug("the stream ended: {}", ended.toString());
        }
    }

    private void line(String line) {
        if (line.startsWith(NAME)) {
            name = line.substring(NAME.length());
        } else if (line.startsWith(DATA)) {
            events.add(new Event(name, Json.read(line.substring(DATA.length())), Instant.now()));
        }
    }
}
