package io.dianmai.bench.freshness;

import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Sightings;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Asks {@code /api/kpis/values} again and again for the calls of some stores. */
final class AnswerWatch implements AutoCloseable {
    /** How long a store is not asked about after an answer: part of what is measured. */
    static final Duration PAUSE = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(AnswerWatch.class);
    private static final int OK = 200;

    private final Api api;
    private final String day;
    private final Sightings sightings;
    private final List<Thread> threads;
    private volatile boolean ended;

    AnswerWatch(Api api, List<String> stores, String day, Sightings sightings) {
        this.api = api;
        this.day = day;
        this.sightings = sightings;
        this.threads = stores.stream()
                .map(store -> Thread.ofVirtual().start(() -> watch(store)))
                .toList();
    }

    private void watch(String store) {
        String path = "/api/kpis/values?scope=store:" + store + "&period=" + day + "&kpi=call-traffic";
        while (!ended) {
            look(store, path);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Who gets no answer has seen nothing, and asks again. */
    private void look(String store, String path) {
        try {
            Api.Answer answer = api.askKpis(path);
            if (answer.status() == OK) {
                JsonNode value = answer.json().path("values").path(0);
                sightings.seen(store, value.path("numerator").asLong(0), System.nanoTime());
            }
        } catch (UncheckedIOException unanswered) {
            LOG.debug("no answer about {}", store, unanswered);
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
