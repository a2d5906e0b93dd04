package io.dianmai.bench.engine;

import io.dianmai.contracts.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** What Kafka Streams costs by itself: the engine's inputs as bytes, each record forwarded to one topic. */
final class PassThrough {
    /** Where the records go. */
    static final String PASSED = "bench.passed";

    private static final String EVENTS = "events";

    private PassThrough() {}

    static Topology topology() {
        var read = new ByteArrayDeserializer();
        var write = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        EVENTS,
                        read,
                        read,
                        Topics.LEAD_EVENTS,
                        Topics.FOLLOWUP_EVENTS,
                        Topics.AFTERSALES_EVENTS,
                        Topics.ORG_EVENTS)
                .addSink(PASSED, PASSED, write, write, EVENTS);
    }
}
