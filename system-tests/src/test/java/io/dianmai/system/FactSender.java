package io.dianmai.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Sends facts as an honest store system does: what was not answered {@code accepted} is sent again with the same ids, until
 * it is. What was accepted is written down here, and nowhere else is counted from.
 */
final class FactSender {
    private static final Logger LOG = LoggerFactory.getLogger(FactSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Door door;
    private final Queue<Fact> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeats = new AtomicInteger();

    FactSender(Door door) {
        this.door = door;
    }

    /** Everything that was answered {@code accepted}. */
    List<Fact> accepted() {
        return List.copyOf(accepted);
    }

    /** How often something had to be sent again. */
    int repeats() {
        return repeats.get();
    }

    /** Returns when all of them are accepted; fails when one is refused for good, or patience ends. */
    void send(TestStore store, Fact... facts) {
        send(store, List.of(facts));
    }

    void send(TestStore store, Collection<Fact> facts) {
        Instant end = Instant.now().plus(PATIENCE);
        List<Fact> open = attempt(store, List.copyOf(facts));
        while (!open.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(open.size() + " facts were not accepted within " + PATIENCE);
            }
            repeats.incrementAndGet();
            pause();
            open = attempt(store, open);
        }
    }

    /** Sends them once; returns those that must be sent again. */
    private List<Fact> attempt(TestStore store, List<Fact> facts) {
        String body = Json.write(facts.stream().map(Fact::cloudEvent).toList());
        try {
            Door.Answer answer = door.post("/api/store-events", store.token(), Door.BATCH, body);
            return switch (answer.status()) {
                case 202 -> afterVerdicts(facts, Json.list(answer.json().path("verdicts")));
                case 429, 503 -> afterVerdicts(facts, Json.list(answer.json().path("verdicts")));
                default -> throw new IllegalStateException("refused with " + answer.status() + ": " + answer.body());
            };
        } catch (UncheckedIOException unanswered) {
            LOG.debug("no answer: {}", unanswered.toString());
            return facts;
        }
    }

    private List<Fact> afterVerdicts(List<Fact> facts, List<JsonNode> verdicts) {
        if (verdicts.isEmpty()) {
            return facts;
        }
        var open = new ArrayList<Fact>();
        for (int i = 0; i < facts.size(); i++) {
            JsonNode verdict = verdicts.get(i);
            if (verdict.path("status").asString().equals("accepted")) {
                accepted.add(facts.get(i));
            } else if (verdict.at("/problem/status").asInt() == 503) {
                open.add(facts.get(i));
            } else {
                throw new IllegalStateException("refused: " + verdict);
            }
        }
        return open;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}
