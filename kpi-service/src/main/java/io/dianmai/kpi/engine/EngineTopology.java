package io.dianmai.kpi.engine;

import io.dianmai.contracts.Topics;
import io.dianmai.kpi.counter.CountingProcessor;
import io.dianmai.kpi.counter.RowCodec;
import io.dianmai.kpi.deadline.Backlogs;
import io.dianmai.kpi.deadline.ClocksCodec;
import io.dianmai.kpi.deadline.DeadlineMetrics;
import io.dianmai.kpi.deadline.DeadlineProcessor;
import io.dianmai.kpi.deadline.Flood;
import io.dianmai.kpi.deadline.SilenceEntry;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.state.Commits;
import io.dianmai.kpi.state.ObjectStoreBuilder;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Events in, rows and reminders out: one task per partition holds everything about its stores.
 *
 * <p>Names of nodes and stores are part of the stored state: changing one orphans it.
 */
final class EngineTopology {
    private static final String EVENTS = "events";
    private static final String REGISTRY = "registry";
    private static final String INTAKE = "intake";
    static final String COUNTING = "counting";
    static final String DEADLINES = "deadlines";

    /** In hand of all tasks of this instance together. */
    private static final int ROWS_IN_HAND = 6_000;

    private static final int HEARD_IN_HAND = inAHundredthOfTheHeap(100);
    private static final int SILENCE_IN_HAND = inAHundredthOfTheHeap(200);
    private static final int FLOODS_IN_HAND = 6_000;
    /** Aggregates with all their clocks, a lead has three; also those that were looked for and have none. */
    private static final int CLOCKS_IN_HAND = 12 * inAHundredthOfTheHeap(1_500);

    private final EngineSettings settings;
    private final LadderBook ladders;
    private final Backlogs backlogs;
    private final EngineMetrics engineMetrics;
    private final DeadlineMetrics deadlineMetrics;
    private final Commits commits;

    EngineTopology(
            EngineSettings settings,
            LadderBook ladders,
            Backlogs backlogs,
            EngineMetrics engineMetrics,
            DeadlineMetrics deadlineMetrics) {
        this.settings = settings;
        this.ladders = ladders;
        this.backlogs = backlogs;
        this.engineMetrics = engineMetrics;
        this.deadlineMetrics = deadlineMetrics;
        this.commits = new Commits(settings.commitInterval());
    }

    private static int inAHundredthOfTheHeap(int bytesOfEach) {
        return Math.toIntExact(Math.min(Runtime.getRuntime().maxMemory() / 100 / bytesOfEach, 1_000_000));
    }

    Topology build() {
        Topology topology = new Topology();
        sources(topology);
        topology.addProcessor(INTAKE, () -> new Intake(engineMetrics), EVENTS, REGISTRY);
        topology.addProcessor(COUNTING, this::counting, INTAKE);
        topology.addProcessor(DEADLINES, this::deadlines, INTAKE);
        stores(topology);
        sinks(topology);
        return topology;
    }

    private static void sources(Topology topology) {
        var bytes = new ByteArrayDeserializer();
        var fromTheBeginning = AutoOffsetReset.earliest();
        topology.addSource(
                fromTheBeginning,
                EVENTS,
                bytes,
                bytes,
                Topics.LEAD_EVENTS,
                Topics.FOLLOWUP_EVENTS,
                Topics.AFTERSALES_EVENTS,
                Topics.DEADLINE_EVENTS);
        topology.addSource(fromTheBeginning, REGISTRY, new RegistryFirst(), bytes, bytes, Topics.ORG_EVENTS);
    }

    private static void stores(Topology topology) {
        topology.addStateStore(new ObjectStoreBuilder<>(Intake.HEARD, Serdes.Long(), HEARD_IN_HAND), INTAKE);
        topology.addStateStore(
                new ObjectStoreBuilder<>(CountingProcessor.ROWS, RowCodec.serde(), ROWS_IN_HAND), COUNTING);
        topology.addStateStore(
                new ObjectStoreBuilder<>(CountingProcessor.DIRTY, Serdes.Boolean(), ROWS_IN_HAND), COUNTING);
        topology.addStateStore(cached(CountingProcessor.ZONES, Serdes.String(), Serdes.String()), COUNTING);
        topology.addStateStore(cached(CountingProcessor.HELD, Serdes.String(), Serdes.ByteArray()), COUNTING);
        topology.addStateStore(
                new ObjectStoreBuilder<>(DeadlineProcessor.DEADLINES, ClocksCodec.serde(), CLOCKS_IN_HAND), DEADLINES);
        topology.addStateStore(cached(DeadlineProcessor.LADDERS, Serdes.String(), Serdes.Long()), DEADLINES);
        topology.addStateStore(
                new ObjectStoreBuilder<>(DeadlineProcessor.SILENCE, SilenceEntry.serde(), SILENCE_IN_HAND), DEADLINES);
        topology.addStateStore(cached(DeadlineProcessor.ROSTER, Serdes.String(), Serdes.ByteArray()), DEADLINES);
        topology.addStateStore(
                new ObjectStoreBuilder<>(DeadlineProcessor.FLOODS, Flood.serde(), FLOODS_IN_HAND), DEADLINES);
    }

    private static void sinks(Topology topology) {
        var names = new StringSerializer();
        var bytes = new ByteArraySerializer();
        topology.addSink(Topics.KPI_ROWS, Topics.KPI_ROWS, names, bytes, new PlacedByStore(), COUNTING);
        topology.addSink(Topics.REMINDERS, Topics.REMINDERS, names, bytes, DEADLINES);
    }

    private CountingProcessor counting() {
        return new CountingProcessor(
                new CountingProcessor.Settings(
                        settings.defaultZone(), settings.registryPatience(), settings.sendInterval()),
                commits);
    }

    private DeadlineProcessor deadlines() {
        var how = new DeadlineProcessor.Settings(
                settings.backfillGrace(),
                settings.deadlineTick(),
                settings.digestAbove(),
                settings.silence().policy(),
                settings.defaultZone());
        return new DeadlineProcessor(ladders, how, backlogs, deadlineMetrics, commits);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> cached(String name, Serde<K> key, Serde<V> value) {
        return store(name, key, value).withCachingEnabled();
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> key, Serde<V> value) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value);
    }
}
