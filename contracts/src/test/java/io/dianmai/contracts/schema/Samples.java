package io.dianmai.contracts.schema;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.StoreFact;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The approved samples as tests need them. */
public final class Samples {
    private static final Instant ACCEPTED = Instant.parse("2026-03-25T00:00:00.001Z");

    private Samples() {}

    /** All event records, for parameterised tests. */
    public static Collection<Class<? extends EventData>> events() {
        return EventTypes.all().values();
    }

    static Stream<Class<? extends EventData>> facts() {
        return events().stream().filter(StoreFact.class::isAssignableFrom);
    }

    static Stream<Class<? extends EventData>> platformEvents() {
        return events().stream().filter(event -> !StoreFact.class.isAssignableFrom(event));
    }

    /** The sample as an envelope; a fact as if it had just been accepted at the door. */
    public static Envelope<EventData> envelope(Class<? extends EventData> event) {
        JsonNode sample = EventSamples.of(event);
        String recorded = text(sample, "recordedtime");
        return new Envelope<>(
                sample.required("id").stringValue(),
                URI.create(sample.required("source").stringValue()),
                text(sample, "subject"),
                Instant.parse(sample.required("time").stringValue()),
                sample.required("storeid").stringValue(),
                sample.path("sequence").asLong(0),
                recorded == null ? ACCEPTED : Instant.parse(recorded),
                null,
                EventJson.MAPPER.treeToValue(sample.required("data"), event));
    }

    private static @Nullable String text(JsonNode sample, String name) {
        JsonNode value = sample.get(name);
        return value == null ? null : value.stringValue();
    }
}
