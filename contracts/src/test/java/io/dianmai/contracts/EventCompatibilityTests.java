package io.dianmai.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.contracts.schema.EventSamples;
import io.dianmai.contracts.schema.Samples;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Old readers read new events, new readers read old ones, and what is broken is refused with its place. */
class EventCompatibilityTests {
    private static final String EVENTS = "io.dianmai.contracts.schema.Samples#events";

    @ParameterizedTest
    @MethodSource(EVENTS)
    void readsWhatANewerVersionAdded(Class<? extends EventData> event) {
        ObjectNode data = data(event);
        everyObject(data).forEach(object -> object.putObject("addedLater").put("x", 1));

        assertThat(read(event, data)).isEqualTo(Samples.envelope(event).data());
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void readsWhatAnOlderVersionDidNotHaveYet(Class<? extends EventData> event) {
        ObjectNode data = data(event);
        components(event).filter(EventJson::optional).forEach(component -> data.remove(component.getName()));

        byte[] written = EventJson.MAPPER.writeValueAsBytes(read(event, data));
        assertThat(EventJson.MAPPER.readTree(written)).isEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void takesNullForAbsent(Class<? extends EventData> event) {
        ObjectNode data = data(event);
        components(event).filter(EventJson::optional).forEach(component -> data.putNull(component.getName()));
        ObjectNode without = data(event);
        components(event).filter(EventJson::optional).forEach(component -> without.remove(component.getName()));

        assertThat(read(event, data)).isEqualTo(read(event, without));
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void refusesWhatLacksARequiredField(Class<? extends EventData> event) {
        required(event).forEach(name -> {
            ObjectNode data = data(event);
            data.remove(name);
            assertRefused(event, data, name);
        });
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void refusesNullInARequiredField(Class<? extends EventData> event) {
        required(event).forEach(name -> {
            ObjectNode data = data(event);
            data.putNull(name);
            assertRefused(event, data, name);
        });
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void refusesWrongTypes(Class<? extends EventData> event) {
        for (String name : data(event).propertyNames()) {
            ObjectNode asNumber = data(event);
            JsonNode right = asNumber.get(name);
            asNumber.put(name, 1.5);
            assertRefused(event, asNumber, name);

            ObjectNode asText = data(event);
            asText.put(name, right.isString() ? "" : "1");
            if (!(right.isString() && isText(event, name))) {
                assertRefused(event, asText, name);
            }

            ObjectNode asArray = data(event);
            asArray.putArray(name).addArray();
            assertRefused(event, asArray, name);
        }
    }

    private static void assertRefused(Class<? extends EventData> event, ObjectNode data, String name) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .as("%s with %s = %s", event.getSimpleName(), name, data.get(name))
                .isThrownBy(() -> read(event, data))
                .withMessageStartingWith("data do not fit " + EventTypes.nameOf(event) + " at /" + name);
    }

    private static EventData read(Class<? extends EventData> event, JsonNode data) {
        var record = EventCodec.toRecord(
                Samples.envelope(event), EventTypes.topicOf(event), EventJson.MAPPER.writeValueAsBytes(data));
        return EventCodec.fromRecord(record.headers(), record.value()).data();
    }

    private static ObjectNode data(Class<? extends EventData> event) {
        return (ObjectNode) EventSamples.of(event).get("data");
    }

    private static Stream<RecordComponent> components(Class<? extends EventData> event) {
        return Arrays.stream(event.getRecordComponents());
    }

    private static List<String> required(Class<? extends EventData> event) {
        return components(event)
                .filter(component -> !EventJson.optional(component))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isText(Class<? extends EventData> event, String name) {
        return components(event)
                .anyMatch(component -> component.getName().equals(name) && component.getType() == String.class);
    }

    /** The data and the records directly inside. */
    private static List<ObjectNode> everyObject(ObjectNode data) {
        return Stream.concat(
                        Stream.of(data),
                        data.valueStream().filter(JsonNode::isObject).map(ObjectNode.class::cast))
                .toList();
    }
}
