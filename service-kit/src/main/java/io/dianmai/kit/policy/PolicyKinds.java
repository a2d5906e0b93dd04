package io.dianmai.kit.policy;

import io.dianmai.contracts.EventJson;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of policies that a service has, and how each is written. */
final class PolicyKinds {
    /** Reads what a former version may have written. */
    private static final JsonMapper KEPT = EventJson.MAPPER
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Reads what somebody wants to hold: a slip of the pen must not pass for silence. */
    private static final JsonMapper GIVEN = KEPT.rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SortedMap<String, PolicyKind<?>> byName = new TreeMap<>();

    /**
     * Collects them.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    PolicyKinds(Collection<? extends PolicyKind<?>> kinds) {
        for (PolicyKind<?> kind : kinds) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException(kind.name() + ": two kinds of policies have this name");
            }
        }
    }

    Collection<PolicyKind<?>> all() {
        return byName.values();
    }

    Optional<PolicyKind<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By the name of a kind that is known to exist. */
    PolicyKind<?> get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + ": no such kind of policy"));
    }

    static JsonNode tree(Object policy) {
        return KEPT.valueToTree(policy);
    }

    static String text(Object policy) {
        return KEPT.writeValueAsString(policy);
    }

    Object read(String kind, String text) {
        return KEPT.readValue(text, get(kind).type());
    }

    /**
     * Reads a draft.
     *
     * @throws JacksonException with the path to what cannot be read
     */
    static Object read(PolicyKind<?> kind, Object draft) {
        return GIVEN.treeToValue(GIVEN.<JsonNode>valueToTree(draft), kind.type());
    }
}
