package io.dianmai.bench.leads;

import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Sightings;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Asks again and again how many leads of the group are counted for today. */
final class CountWatch implements AutoCloseable {
    static final String GROUP = "group";

    /** Part of what is measured. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(CountWatch.class);

    private final Api api;
    private final Sightings sightings;
    private final Thread thread;
    private volatile boolean ended;

    CountWatch(Api api, Sightings sightings) {
        this.api = api;
        this.sightings = sightings;
        sightings.beginAt(GROUP, counted(api));
        thread = Thread.ofPlatform().name("count-watch").start(this::watch);
    }

    /** How many stores kpi-service knows. */
    static int stores(Api api) {
        return ask(api).path("stores").asInt(0);
    }

    private static long counted(Api api) {
        return ask(api).path("values").path(0).path("numerator").asLong(0);
    }

    private static JsonNode ask(Api api) {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of(Group.ZONE));
        return api.askKpis("/api/kpis/values?scope=group&kpi=leads-registered&period=" + today)
                .json();
    }

    private void watch() {
        while (!ended) {
            try {
                sightings.seen(GROUP, counted(api), System.nanoTime());
                Thread.sleep(PAUSE);
            } catch (UncheckedIOException unanswered) {
                LOG.debug("no answer", unanswered);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
