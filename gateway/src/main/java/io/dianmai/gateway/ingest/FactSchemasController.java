package io.dianmai.gateway.ingest;

import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.schema.EventSamples;
import io.dianmai.contracts.schema.EventSchemas;
import io.dianmai.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What may be sent: the schema and an example of every fact. Open to everybody. */
@RestController
@RequestMapping("/api/store-events/schemas")
class FactSchemasController {
    private static final String ROOT = "/api/store-events/schemas/";
    private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final MediaType CLOUD_EVENT = MediaType.parseMediaType(ContentMode.STRUCTURED_TYPE);

    private final DataSchemas schemas;

    FactSchemasController(DataSchemas schemas) {
        this.schemas = schemas;
    }

    /** One kind of fact with where to read more. */
    record FactKind(String type, String title, Map<String, String> links) {}

    @GetMapping
    Map<String, List<FactKind>> list() {
        return Map.of(
                "schemas",
                schemas.facts().entrySet().stream()
                        .map(fact -> kind(fact.getKey(), fact.getValue()))
                        .toList());
    }

    @GetMapping("/{type}")
    ResponseEntity<JsonNode> schema(@PathVariable String type) {
        return ResponseEntity.ok().contentType(JSON_SCHEMA).body(EventSchemas.of(fact(type)));
    }

    /** As it may be posted, but for the store and the time. */
    @GetMapping("/{type}/example")
    ResponseEntity<JsonNode> example(@PathVariable String type) {
        return ResponseEntity.ok().contentType(CLOUD_EVENT).body(EventSamples.of(fact(type)));
    }

    private Class<? extends StoreFact> fact(String type) {
        return schemas.factOf(type).orElseThrow(ProblemException::notFound);
    }

    private static FactKind kind(String type, Class<? extends StoreFact> record) {
        String title = record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return new FactKind(type, title, Map.of("schema", ROOT + type, "example", ROOT + type + "/example"));
    }
}
