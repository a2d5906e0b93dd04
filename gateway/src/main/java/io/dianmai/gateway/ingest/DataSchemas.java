package io.dianmai.gateway.ingest;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.schema.EventSchemas;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of the facts that may be pushed, compiled once. */
final class DataSchemas {
    private static final int MOST_FLAWS = 20;

    /** With our own keyword, which says something to the sealer and nothing to the validator. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-personal"))
            .build();

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();

    private final SortedMap<String, Class<? extends StoreFact>> facts = new TreeMap<>();
    private final Map<Class<? extends StoreFact>, Schema> compiled;

    DataSchemas() {
        EventTypes.all().forEach((name, type) -> {
            if (StoreFact.class.isAssignableFrom(type)) {
                facts.put(name, type.asSubclass(StoreFact.class));
            }
        });
        SchemaRegistry registry = SchemaRegistry.withDialect(DIALECT, builder -> builder.schemaRegistryConfig(CONFIG));
        compiled = facts.values().stream()
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> compile(registry, type)));
    }

    /** The record for a fact's CloudEvents type; other events of the platform are no facts. */
    Optional<Class<? extends StoreFact>> factOf(String type) {
        return Optional.ofNullable(facts.get(type));
    }

    /** CloudEvents types of all facts, in order. */
    SortedMap<String, Class<? extends StoreFact>> facts() {
        return facts;
    }

    /**
     * What is wrong with the data, at most twenty flaws.
     *
     * @param at pointer of the data inside the request
     */
    List<Violation> flaws(Class<? extends StoreFact> type, JsonNode data, String at) {
        Schema schema = compiled.get(type);
        if (schema == null) {
            throw new IllegalArgumentException(type + " is no fact");
        }
        try {
            return schema.validate(data).stream()
                    .limit(MOST_FLAWS)
                    .map(error -> new Violation(pointer(at, error), error.getMessage()))
                    .toList();
        } catch (JacksonException beyond) {
            // The validator turns numbers into Java's; it is not prepared for one that has none, such as 1e30.
            return List.of(new Violation(at, "has a number that is out of range"));
        }
    }

    /** Points at a missing or surplus member itself, where the validator points at the object around it. */
    private static String pointer(String at, Error error) {
        String object = at + error.getInstanceLocation();
        return error.getProperty() == null ? object : object + '/' + escaped(error.getProperty());
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private static Schema compile(SchemaRegistry registry, Class<? extends EventData> type) {
        Schema schema = registry.getSchema(EventSchemas.of(type));
        schema.initializeValidators();
        return schema;
    }
}
