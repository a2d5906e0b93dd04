package io.dianmai.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSamplesTests {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
                    .keyword(new AnnotationKeyword("x-personal"))
                    .build());
    private static final String EVENTS = "io.dianmai.contracts.schema.Samples#events";
    private static final String FACTS = "io.dianmai.contracts.schema.Samples#facts";
    private static final String PLATFORM_EVENTS = "io.dianmai.contracts.schema.Samples#platformEvents";

    @Test
    void coverEveryEventOnce() throws IOException {
        ApprovedFiles.assertOneFilePerEvent("samples");
    }

    @ParameterizedTest
    @MethodSource(FACTS)
    void showFactsAsStoreSystemsPostThem(Class<? extends EventData> fact) {
        JsonNode sample = EventSamples.of(fact);

        assertThat(sample.propertyNames())
                .containsExactly("specversion", "id", "source", "type", "time", "datacontenttype", "storeid", "data");
        assertCloudEvent(sample, fact);
    }

    @ParameterizedTest
    @MethodSource(PLATFORM_EVENTS)
    void showEventsOfThePlatformWithAllAttributes(Class<? extends EventData> event) {
        JsonNode sample = EventSamples.of(event);

        assertThat(sample.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "storeid",
                        "partitionkey",
                        "sequence",
                        "recordedtime",
                        "data");
        assertCloudEvent(sample, event);
        assertThat(UUID.fromString(sample.get("id").stringValue()).version()).isEqualTo(7);
        assertThat(sample.get("partitionkey")).isEqualTo(sample.get("storeid"));
        assertThat(Long.parseLong(sample.get("sequence").stringValue())).isPositive();
        assertThat(instant(sample, "recordedtime")).isAfterOrEqualTo(instant(sample, "time"));
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void fitTheirSchemas(Class<? extends EventData> event) {
        assertThat(schema(event).validate(EventSamples.of(event).get("data"), EventSamplesTests::assertFormats))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void showEveryField(Class<? extends EventData> event) {
        JsonNode properties = EventSchemas.of(event).get("properties");

        assertThat(EventSamples.of(event).get("data").propertyNames()).containsAll(properties.propertyNames());
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void areWrittenAsTheyWereRead(Class<? extends EventData> event) {
        JsonNode data = EventSamples.of(event).get("data");

        byte[] written = EventJson.MAPPER.writeValueAsBytes(EventJson.MAPPER.treeToValue(data, event));

        assertThat(EventJson.MAPPER.readTree(written)).isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void surviveKafka(Class<? extends EventData> event) {
        var envelope = Samples.envelope(event);

        var record = EventCodec.toRecord(envelope);

        assertThat(EventCodec.fromRecord(record.headers(), record.value())).isEqualTo(envelope);
        assertThat(record.key()).isEqualTo(envelope.storeId());
        assertThat(record.topic()).isEqualTo(EventTypes.topicOf(event));
    }

    @ParameterizedTest
    @MethodSource(FACTS)
    void ofFactsTolerateNoMisspeltField(Class<? extends EventData> fact) {
        ObjectNode data = ((ObjectNode) EventSamples.of(fact).get("data")).put("modle", "Lanting S3");

        assertThat(schema(fact).validate(data))
                .singleElement()
                .satisfies(error -> assertThat(error.getKeyword()).isEqualTo("additionalProperties"))
                .satisfies(error -> assertThat(error.getProperty()).isEqualTo("modle"));
    }

    @ParameterizedTest
    @MethodSource(PLATFORM_EVENTS)
    void ofThePlatformMayGrow(Class<? extends EventData> event) {
        ObjectNode data = ((ObjectNode) EventSamples.of(event).get("data")).put("addedLater", 1);

        assertThat(schema(event).validate(data)).isEmpty();
    }

    private static void assertCloudEvent(JsonNode sample, Class<? extends EventData> event) {
        assertThat(sample.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(sample.get("type").stringValue()).isEqualTo(EventTypes.nameOf(event));
        assertThat(sample.get("datacontenttype").stringValue()).isEqualTo(EventCodec.CONTENT_TYPE);
        assertThat(instant(sample, "time")).isNotNull();
    }

    private static Instant instant(JsonNode sample, String name) {
        return Instant.parse(sample.get(name).stringValue());
    }

    private static Schema schema(Class<? extends EventData> event) {
        return REGISTRY.getSchema(EventSchemas.of(event));
    }

    private static void assertFormats(ExecutionContext context) {
        context.executionConfig(config -> config.formatAssertionsEnabled(true));
    }
}
