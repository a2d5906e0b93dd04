package io.dianmai.kpi.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/** Runs the topology from the moment its topics exist until the service stops. */
final class StreamsEngine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsEngine.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Topology topology;
    private final StreamsConfig config;
    private final KafkaAdmin topics;
    private final MeterRegistry meters;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Condition condition;
    private @Nullable Thread starter;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;
    private boolean stopped = true;

    /** The state of the engine, since when, and whether it has ever run. */
    record Condition(State state, Instant since, boolean hasRun) {}

    StreamsEngine(
            Topology topology,
            StreamsConfig config,
            KafkaAdmin topics,
            MeterRegistry meters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.topology = topology;
        this.config = config;
        this.topics = topics;
        this.meters = meters;
        this.events = events;
        this.clock = clock;
        this.condition = new Condition(State.CREATED, clock.instant(), false);
    }

    @Override
    public synchronized void start() {
        stopped = false;
        starter = Thread.ofVirtual().name("engine-starter").start(this::startOnceTopicsExist);
    }

    private void startOnceTopicsExist() {
        try {
            while (!topics.initialize()) {
                LOG.warn("The engine waits: the broker cannot be reached");
                Thread.sleep(RETRY);
            }
            startStreams();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | KafkaException refused) {
            // Topics of another size, above all. Asking again does not change them.
            LOG.error("The engine does not start: {}", refused.getMessage());
            events.publishEvent(new AvailabilityChangeEvent<>(this, LivenessState.BROKEN));
        }
    }

    private synchronized void startStreams() {
        if (stopped) {
            return;
        }
        KafkaStreams starting = new KafkaStreams(topology, config);
        starting.setUncaughtExceptionHandler(new FailureLimit(clock));
        starting.setStateListener((now, _) -> onState(now));
        metrics = new KafkaStreamsMetrics(starting);
        metrics.bindTo(meters);
        starting.start();
        streams = starting;
    }

    private void onState(State now) {
        condition = new Condition(now, clock.instant(), condition.hasRun() || now == State.RUNNING);
        if (now == State.ERROR) {
            // Only a new process helps.
            events.publishEvent(new AvailabilityChangeEvent<>(this, LivenessState.BROKEN));
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (starter != null) {
            starter.interrupt();
        }
        if (streams != null) {
            streams.close(GOODBYE);
        }
        if (metrics != null) {
            metrics.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !stopped;
    }

    Condition condition() {
        return condition;
    }
}
