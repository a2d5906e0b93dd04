package io.dianmai.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Two services that use the same names for what is the same, and for what is not. */
class PlatformDocumentTests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NOTE = "\"io.dianmai.kit.problem.Note\":{\"type\":\"string\"}";

    private JsonNode document;

    @BeforeEach
    void merge() throws IOException {
        try (InputStream written = new ClassPathResource("openapi/platform.yaml").getInputStream()) {
            var platform = new PlatformDocument(YAMLMapper.builder().build().readTree(written));
            document = platform.of(Map.of("lead", service("lead", "string"), "kpi", service("kpi", "integer")));
        }
    }

    @Test
    void keepsApartWhatHasOneNameAndIsNotTheSame() {
        assertThat(schema("LeadView").path("type").asString()).isEqualTo("string");
        assertThat(schema("KpiView").path("type").asString()).isEqualTo("integer");
        assertThat(schema("PageView").isMissingNode()).isTrue();
        assertThat(schema("KpiPageView").at("/properties/items/items/$ref").asString())
                .isEqualTo("#/components/schemas/KpiView");
        assertThat(answer("/api/leads/{id}").path("$ref").asString()).isEqualTo("#/components/schemas/LeadPageView");
    }

    @Test
    void hasOnceWhatIsTheSame() {
        assertThat(schema("Note").path("type").asString()).isEqualTo("string");
        assertThat(document.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder(
                        "LeadView",
                        "KpiView",
                        "LeadPageView",
                        "KpiPageView",
                        "Note",
                        "Problem",
                        "Violation",
                        "AccessToken",
                        "OAuthError");
    }

    @Test
    void leavesOutWhatIsNotForTheDoor() {
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder("/api/leads/{id}", "/api/kpis/{id}", "/oauth2/token", "/oauth2/jwks");
        assertThat(document.has("x-rules")).isFalse();
    }

    @Test
    void saysOfEveryOperationWhatAllHaveInCommon() {
        JsonNode operation = document.at("/paths/~1api~1leads~1{id}/put");
        assertThat(operation.path("operationId").asString()).isEqualTo("putLeadsById");
        assertThat(operation.path("tags").path(0).asString()).isEqualTo("Leads");
        assertThat(operation.path("responses").propertyNames())
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "503", "default");
        JsonNode token = document.at("/paths/~1oauth2~1token/post");
        assertThat(token.at("/security/0").has("client")).isTrue();
        assertThat(document.at("/paths/~1oauth2~1jwks/get/security").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "post, /api/leads/{id}/orders/{orderRef}/payments, postLeadsByIdOrdersByOrderRefPayments",
        "get, /api/exports/leads.{format}, getExportsLeadsByFormat",
        "get, /api/kpis/complaints/heat-map, getKpisComplaintsHeatMap",
    })
    void namesOperationsByTheirAddresses(String method, String path, String id) {
        assertThat(OperationRules.id(path, method)).isEqualTo(id);
    }

    @Test
    void tagsOnlyWithWhatIsDescribed() {
        List<String> described = StreamSupport.stream(document.path("tags").spliterator(), false)
                .map(tag -> tag.path("name").asString())
                .toList();
        document.path("paths")
                .forEach(item -> item.forEach(operation -> assertThat(described)
                        .contains(operation.path("tags").path(0).asString())));
    }

    private JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private JsonNode answer(String path) {
        return document.at("/paths/" + path.replace("/", "~1") + "/put/responses/200/content/application~1json/schema");
    }

    private static JsonNode service(String name, String type) {
        return MAPPER.readTree("""
                {"paths": {
                   "/api/%1$ss/{id}": {"put": {
                     "tags": ["some-controller"], "operationId": "put",
                     "parameters": [{"name": "id", "in": "path"}, {"name": "If-Match", "in": "header"}],
                     "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/io.dianmai.kit.problem.Note"}}}},
                     "responses": {"200": {"content": {"application/json": {"schema": {"$ref":
                       "#/components/schemas/io.dianmai.kit.web.PageIo.dianmai.%1$s.View"}}}}}}},
                   "/error": {"get": {"responses": {}}}},
                 "components": {"schemas": {
                   "io.dianmai.kit.web.PageIo.dianmai.%1$s.View": {"properties": {"items": {"items": {"$ref":
                     "#/components/schemas/io.dianmai.%1$s.View"}}}},
                   "io.dianmai.%1$s.View": {"type": "%2$s"}, %3$s,
                   "io.dianmai.%1$s.Unused": {"type": "string"}}}}
                """.formatted(name, type, NOTE));
    }
}
