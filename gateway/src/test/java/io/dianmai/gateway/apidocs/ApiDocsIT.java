package io.dianmai.gateway.apidocs;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page and its files are open to everybody; the document is there once all services have said what they offer. */
@GatewayTest
class ApiDocsIT {
    @LocalServerPort
    private int port;

    @Test
    void givesNoHalfADocument() {
        HttpResponse<String> answer = Caller.anonymous(port).get("/api/openapi");

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void showsEventsToEverybody() {
        HttpResponse<String> answer = Caller.anonymous(port).get("/api/asyncapi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.json(answer).path("asyncapi").asString()).startsWith("3.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api-docs",
                "/api-docs/page.js",
                "/api-docs/page.css",
                "/api-docs/viewer/swagger-ui.css",
                "/api-docs/viewer/swagger-ui-bundle.js"
            })
    void showsThePageToEverybody(String path) {
        HttpResponse<String> answer = Caller.anonymous(port).get(path);

        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'self';").doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void opensNothingElse() {
        assertProblem(Caller.anonymous(port).post("/api/openapi", "{}"), 401, "unauthenticated");
        assertProblem(Caller.anonymous(port).get("/openapi"), 401, "unauthenticated");
        assertProblem(Caller.anonymous(port).get("/actuator/health"), 401, "unauthenticated");
    }
}
