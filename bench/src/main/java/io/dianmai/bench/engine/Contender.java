package io.dianmai.bench.engine;

import io.dianmai.kpi.engine.EngineConfiguration;
import io.dianmai.kpi.engine.EngineMetrics;
import io.dianmai.kpi.engine.EngineSettings;
import io.dianmai.kpi.ladder.Ladders;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;

/** The topologies that run against each other. */
enum Contender {
    /** The KPI engine. */
    ENGINE {
        @Override
        Topology topology(EngineSettings settings, EngineMetrics metrics, Admin admin, MeterRegistry meters) {
            var parts = new EngineConfiguration();
            try {
                Ladders shipped = Ladders.shipped();
                // The admin looks after the inputs of deadlines as in the service.
                return parts.engineTopology(settings, () -> shipped, admin, metrics, parts.deadlineMetrics(meters));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** {@link PassThrough}. */
    PASS_THROUGH {
        @Override
        Topology topology(EngineSettings settings, EngineMetrics metrics, Admin admin, MeterRegistry meters) {
            return PassThrough.topology();
        }
    };

    abstract Topology topology(EngineSettings settings, EngineMetrics metrics, Admin admin, MeterRegistry meters);
}
