package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The one document of the platform's API: valid, whole, without anything from inside, and true of the door's routes. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {
    /** Where OpenAPI's own schema leads for schemas; what is beyond JSON Schema there are annotations. */
    private static final String OPENAPI_DIALECT = "https://spec.openapis.org/oas/3.1/dialect/base";

    private static final String JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final Door door;
    private final ApiDocument api;

    OpenApiIT(RunningPlatform platform) {
        door = platform.door();
        api = new ApiDocument(door.getWithoutToken("/api/openapi").expectSuccess());
    }

    @Test
    void isValid() throws IOException {
        try (InputStream file = OpenApiIT.class.getResourceAsStream("/openapi/schema-3.1.json")) {
            assertThat(file).isNotNull();
            String schema = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var compiled = SchemaRegistry.withDialect(Dialects.getDraft202012())
                    .getSchema(Json.read(schema.replace(OPENAPI_DIALECT, JSON_SCHEMA)));

            assertThat(compiled.validate(Json.read("{\"openapi\":\"3.1.0\",\"paths\":7}")))
                    .isNotEmpty();
            assertThat(compiled.validate(api.root())).isEmpty();
        }
    }

    @Test
    void leadsNowhereInVain() {
        assertThat(references(api.root()))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                api.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void saysEverythingOfEveryOperation() {
        Set<String> ids = new HashSet<>();
        assertThat(api.operations()).hasSizeGreaterThan(140).allSatisfy(operation -> {
            JsonNode said = operation.said();
            assertThat(said.path("summary").asString("")).as(operation.name()).isNotBlank();
            assertThat(ids.add(said.path("operationId").asString()))
                    .as(operation.name())
                    .isTrue();
            assertThat(said.path("tags").toString()).as(operation.name()).isNotEqualTo("[\"Other\"]");
            assertThat(said.path("responses").propertyNames())
                    .as(operation.name())
                    .contains("503", "default")
                    .anyMatch(status -> status.startsWith("2"));
        });
    }

    @Test
    void tellsNothingFromInside() {
        assertThat(api.root().toString())
                .doesNotContain("io.dianmai", "springframework", "java.", "\"viewer\"", "/openapi\"}")
                .doesNotContainPattern("127\\.0\\.0\\.1|localhost");
        assertThat(api.root().path("paths").propertyNames()).noneMatch(path -> path.startsWith("/v3"));
    }

    @Test
    void isThereAsYamlAndAsAPageWithoutInlineScript() {
        assertThat(door.getWithoutToken("/api/openapi.yaml").body()).contains("openapi: \"3.1.0\"", "/api/leads/{id}:");
        assertThat(door.getWithoutToken("/api/asyncapi")
                        .expectSuccess()
                        .path("asyncapi")
                        .asString())
                .startsWith("3.");
        String page = door.getWithoutToken("/api-docs").body();
        assertThat(page).contains("swagger-ui-bundle.js").doesNotContain("<script>", "style=", "onclick");
        assertThat(door.getWithoutToken("/api-docs/viewer/swagger-ui-bundle.js").status())
                .isEqualTo(200);
    }

    private static List<String> references(JsonNode node) {
        String own = node.path("$ref").asString("");
        return Stream.concat(
                        own.isEmpty() ? Stream.empty() : Stream.of(own),
                        Json.list(node).stream().flatMap(child -> references(child).stream()))
                .toList();
    }
}
