package io.dianmai.contracts.schema;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.StoreFact;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Derives the AsyncAPI 3 document from the topics, the event types and their schemas. */
final class AsyncApiOfTopics {
    private static final String BINDING_VERSION = "0.5.0";
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            Topics.STORE_EVENTS,
                    "Facts that store systems state, as accepted at the door; personal strings are sealed.",
            Topics.LEAD_EVENTS, "Domain events of lead-service: who might buy.",
            Topics.FOLLOWUP_EVENTS, "Domain events of followup-service: who must be contacted by when.",
            Topics.AFTERSALES_EVENTS, "Domain events of aftersales-service: the jobs after delivery.",
            Topics.ORG_EVENTS, "Compacted: the last snapshot of every store, with its calendar, teams and staff.",
            Topics.DEADLINE_EVENTS, "What people do about running deadlines: the KPI service owns them.",
            Topics.REMINDERS, "Rungs of deadlines that lapsed without being cleared.",
            Topics.AUDIT_LOG, "Who has done what: entries on their way to the audit log. Each is its own subject.");

    private final SchemaOfRecord schemas = new SchemaOfRecord();
    private final ObjectNode root = EventJson.MAPPER.createObjectNode();

    ObjectNode document() {
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Dianmai events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "CloudEvents 1.0 in the binary mode of the Kafka protocol binding, with JSON data. The key of"
                                + " every record is the store id. Data only ever grow: skip the fields that you do not"
                                + " know. Delivery is at least once: drop what has a sequence that you have seen.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        root.put("defaultContentType", EventCodec.CONTENT_TYPE);
        channels(root.putObject("channels"));
        operations(root.putObject("operations"));
        ObjectNode components = root.putObject("components");
        components(components);
        return root;
    }

    private void channels(ObjectNode channels) {
        for (String topic : Topics.ENVELOPED) {
            ObjectNode channel = channels.putObject(topic).put("address", topic);
            channel.put("description", DESCRIPTIONS.get(topic));
            ObjectNode messages = channel.putObject("messages");
            on(topic).forEach(event -> reference(messages, name(event), "#/components/messages/" + name(event)));
            ObjectNode kafka = channel.putObject("bindings").putObject("kafka").put("topic", topic);
            if (topic.equals(Topics.ORG_EVENTS)) {
                kafka.putObject("topicConfiguration").putArray("cleanup.policy").add("compact");
            }
            kafka.put("bindingVersion", BINDING_VERSION);
        }
    }

    private static void operations(ObjectNode operations) {
        for (String topic : Topics.ENVELOPED) {
            boolean facts = topic.equals(Topics.STORE_EVENTS);
            ObjectNode operation = operations.putObject(facts ? "acceptFacts" : "publish-" + topic);
            operation.put("action", facts ? "receive" : "send");
            reference(operation, "channel", "#/channels/" + topic);
        }
    }

    private void components(ObjectNode components) {
        ObjectNode messages = components.putObject("messages");
        ObjectNode payloads = components.putObject("schemas");
        payloads.set("cloudEventHeaders", headers());
        EventTypes.all().forEach((name, event) -> {
            messages.set(name, message(event));
            payloads.set(name, payload(event));
        });
    }

    private static ObjectNode message(Class<? extends EventData> event) {
        ObjectNode message = EventJson.MAPPER.createObjectNode();
        message.put("name", name(event)).put("title", event.getSimpleName());
        message.put("contentType", EventCodec.CONTENT_TYPE);
        var headers = message.putObject("headers").putArray("allOf");
        reference(headers.addObject(), "#/components/schemas/cloudEventHeaders");
        ObjectNode own = headers.addObject().put("type", "object");
        own.putObject("properties").putObject("ce_type").put("const", name(event));
        if (!StoreFact.class.isAssignableFrom(event)) {
            own.putArray("required").add("ce_subject").add("ce_sequence");
        }
        reference(message, "payload", "#/components/schemas/" + name(event));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "the store id");
        kafka.put("bindingVersion", BINDING_VERSION);
        message.putArray("examples").addObject().put("name", "sample").set("payload", example(event));
        return message;
    }

    /** Schemas without the keywords that would give them another base: references stay inside this document. */
    private JsonNode payload(Class<? extends EventData> event) {
        ObjectNode schema = schemas.of(event);
        for (ObjectNode property : personal(schema)) {
            property.remove("maxLength");
            property.put("description", "sealed at the door: masked form, keyed hash and ciphertext in one token");
        }
        return schema.remove(List.of("$schema", "$id"));
    }

    /** The sample without personal strings, which never reach Kafka in clear. */
    private static JsonNode example(Class<? extends EventData> event) {
        ObjectNode data = (ObjectNode) EventSamples.of(event).get("data");
        EventSchemas.of(event).get("properties").properties().stream()
                .filter(property -> property.getValue().has("x-personal"))
                .forEach(property -> data.remove(property.getKey()));
        return data;
    }

    private static List<ObjectNode> personal(ObjectNode schema) {
        return schema.findParents("x-personal").stream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static ObjectNode headers() {
        ObjectNode headers = EventJson.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        header(properties, "content-type", "media type of the value", it -> it.put("const", EventCodec.CONTENT_TYPE));
        header(properties, "ce_specversion", "version of CloudEvents", it -> it.put("const", "1.0"));
        header(properties, "ce_id", "unique within its source; UUIDv7 for events of the platform", it -> {});
        header(properties, "ce_source", "who says so", it -> it.put("format", "uri-reference"));
        header(properties, "ce_type", "stable name of the event, with its version", it -> {});
        header(properties, "ce_subject", "id of the aggregate that it is about", it -> {});
        header(properties, "ce_time", "when it happened: business time", it -> it.put("format", "date-time"));
        header(properties, "ce_storeid", "the store that it belongs to", it -> {});
        header(properties, "ce_partitionkey", "the store id, as the key of the record", it -> {});
        header(
                properties,
                "ce_sequence",
                "position among the events of its subject, from 1 without gaps",
                it -> it.put("pattern", "^[1-9][0-9]*$"));
        header(
                properties,
                "ce_recordedtime",
                "when the platform accepted the fact or command that led to it",
                it -> it.put("format", "date-time"));
        header(properties, "ce_traceparent", "W3C trace context, if it was traced", it -> {});
        var required = headers.putArray("required");
        List.of(
                        "content-type",
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_time",
                        "ce_storeid",
                        "ce_partitionkey",
                        "ce_recordedtime")
                .forEach(required::add);
        return headers;
    }

    private static void header(ObjectNode headers, String name, String meaning, Consumer<ObjectNode> more) {
        more.accept(headers.putObject(name).put("type", "string").put("description", meaning));
    }

    private static List<Class<? extends EventData>> on(String topic) {
        return EventTypes.all().values().stream()
                .<Class<? extends EventData>>map(event -> event)
                .filter(event -> EventTypes.topicOf(event).equals(topic))
                .toList();
    }

    private static String name(Class<? extends EventData> event) {
        return EventTypes.nameOf(event);
    }

    private static void reference(ObjectNode parent, String name, String target) {
        reference(parent.putObject(name), target);
    }

    private static void reference(ObjectNode node, String target) {
        node.put("$ref", target);
    }
}
