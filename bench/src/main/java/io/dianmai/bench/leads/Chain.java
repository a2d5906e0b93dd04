package io.dianmai.bench.leads;

import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Latencies;
import io.dianmai.bench.report.Sightings;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Registers leads and watches both ends of their way. */
final class Chain {
    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Api api;
    private final String bootstrapServers;
    private final Group group;

    Chain(Api api, String bootstrapServers, Group group) throws InterruptedException {
        this.api = api;
        this.bootstrapServers = bootstrapServers;
        this.group = group;
        publish(api, group);
    }

    /** Registers the stores of a group; returns when kpi-service knows them. */
    static void publish(Api api, Group group) throws InterruptedException {
        for (StorePublished store : group.registry()) {
            api.put("/api/registry/stores/" + store.storeId(), EventJson.MAPPER.writeValueAsString(store))
                    .json();
        }
        long end = System.nanoTime() + KNOWN.toNanos();
        while (CountWatch.stores(api) < group.stores()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("kpi-service does not know all stores after " + KNOWN);
            }
            Thread.sleep(POLL);
        }
    }

    /** Registers for so long, and returns when each lead has come to both ends. */
    Trial run(Pace pace, int connections, Duration span) throws InterruptedException {
        var counted = new Sightings();
        var registrar = new Registrar(api, group.ids(), pace, counted);
        try (var tasks = new TaskWatch(bootstrapServers);
                var _ = new CountWatch(api, counted)) {
            long begin = System.nanoTime();
            counted.measureFrom(begin);
            registrar.run(connections, begin, span);
            long end = awaitEnds(registrar, tasks, counted);
            return new Trial(
                    registrar.due().size(),
                    (end - begin) / 1e9,
                    registrar.answered(),
                    firstTasks(registrar, tasks),
                    counted.latencies(),
                    registrar.refused());
        }
    }

    private static long awaitEnds(Registrar registrar, TaskWatch tasks, Sightings counted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (counted.open() > registrar.refused()
                || !tasks.seen().keySet().containsAll(registrar.due().keySet())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d leads are not counted, and %d of %d have a task, after %s"
                        .formatted(
                                counted.open(),
                                tasks.seen().size(),
                                registrar.due().size(),
                                PATIENCE));
            }
            Thread.sleep(POLL);
        }
        return System.nanoTime();
    }

    private static Latencies firstTasks(Registrar registrar, TaskWatch tasks) {
        var latencies = new Latencies();
        Map<String, Long> seen = new HashMap<>(tasks.seen());
        registrar.due().forEach((lead, due) -> latencies.add(seen.getOrDefault(lead, Long.MAX_VALUE) - due));
        return latencies;
    }
}
