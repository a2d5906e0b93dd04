package io.dianmai.bench.freshness;

import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Sightings;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A running platform with registered stores, some of which are watched. */
final class Stage {
    private static final int WATCHED = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration KNOWN = Duration.ofSeconds(30);
    /** After the last was sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Api api;
    private final Duration measured;
    private final List<String> watched;
    private final String day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of(Group.ZONE))
            .toString();

    Stage(Api api, Group group, int seconds) throws InterruptedException {
        this.api = api;
        this.measured = Duration.ofSeconds(seconds);
        this.watched = group.ids().subList(0, WATCHED);
        for (StorePublished store : group.registry()) {
            api.put("/api/registry/stores/" + store.storeId(), EventJson.MAPPER.writeValueAsString(store))
                    .json();
        }
        awaitKnown(group.stores());
    }

    /** How many things are sent at this rate. */
    int things(int rate) {
        return rate * (int) (WARM_UP.plus(measured).toSeconds() + 1);
    }

    Trial run(String way, int rate, Sender sender) throws InterruptedException {
        var answers = new Sightings();
        var streamed = new Sightings();
        for (String store : watched) {
            long calls = calls(store);
            answers.beginAt(store, calls);
            streamed.beginAt(store, calls);
        }
        Duration late;
        try (var _ = new AnswerWatch(api, watched, day, answers);
                var _ = new StreamWatch(api, Set.copyOf(watched), day, streamed)) {
            try (sender) {
                late = new OpenLoop(rate, watched, List.of(answers, streamed)).run(sender, WARM_UP, measured);
            }
            awaitSeen(answers, streamed);
        }
        return new Trial(
                way,
                rate,
                answers.latencies(),
                streamed.latencies(),
                answers.open() + streamed.open(),
                sender.refused(),
                late);
    }

    private void awaitSeen(Sightings answers, Sightings streamed) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answers.open() + streamed.open() > 0 && System.nanoTime() < end) {
            Thread.sleep(POLL);
        }
    }

    private void awaitKnown(int stores) throws InterruptedException {
        long end = System.nanoTime() + KNOWN.toNanos();
        while (api.askKpis("/api/kpis/values?scope=group&period=" + day)
                        .json()
                        .path("stores")
                        .asInt(0)
                < stores) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("kpi-service does not know all stores after " + KNOWN);
            }
            Thread.sleep(POLL);
        }
    }

    private long calls(String store) {
        return api.askKpis("/api/kpis/values?scope=store:" + store + "&period=" + day + "&kpi=call-traffic")
                .json()
                .path("values")
                .path(0)
                .path("numerator")
                .asLong(0);
    }
}
