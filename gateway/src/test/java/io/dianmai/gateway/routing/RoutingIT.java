package io.dianmai.gateway.routing;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayTest
class RoutingIT {
    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    private int port;

    private Caller hq;

    @BeforeEach
    void signIn() {
        hq = Caller.anonymous(port).hq();
    }

    @Test
    void handsOnRequestAndAnswer() {
        HttpResponse<String> answer = hq.put("/api/leads/7?full=true", "{\"level\":\"A\"}", "If-Match", "\"6\"");

        JsonNode arrived = Caller.json(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(arrived.path("method").asString()).isEqualTo("PUT");
        assertThat(arrived.path("path").asString()).isEqualTo("/api/leads/7?full=true");
        assertThat(arrived.path("bodyLength").asInt()).isEqualTo(13);
        assertThat(header(arrived, "If-Match")).isEqualTo("\"6\"");
        assertThat(header(arrived, "Upgrade")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(hq.get("/api/visits/teapot").statusCode()).isEqualTo(418);
        assertThat(hq.get("/api/leads").statusCode()).isEqualTo(200);
    }

    @Test
    void handsOnBearerTokenAsItIs() {
        String token = Caller.json(Caller.anonymous(port)
                        .post("/api/token", "", Caller.basic(GatewayTest.HQ, GatewayTest.HQ_PASSWORD)))
                .path("access_token")
                .asString();

        JsonNode arrived = Caller.json(Caller.anonymous(port).bearing(token).get("/api/leads/1"));

        assertThat(header(arrived, "Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void turnsSessionIntoBearerToken() {
        Caller browser = Caller.anonymous(port).signedIn(GatewayTest.HQ, GatewayTest.HQ_PASSWORD);

        JsonNode arrived = Caller.json(browser.get("/api/leads/1"));
        JsonNode again = Caller.json(browser.get("/api/leads/2"));

        JsonNode claims = Caller.claims(header(arrived, "Authorization").substring("Bearer ".length()));
        assertThat(claims.path("sub").asString()).isEqualTo(GatewayTest.HQ);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(header(again, "Authorization")).isEqualTo(header(arrived, "Authorization"));
        assertThat(arrived.path("headers").has("Cookie")).isFalse();
    }

    @Test
    void handsOnNoClaimsAboutProxies() {
        JsonNode arrived = Caller.json(hq.get(
                "/api/leads/1",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=203.0.113.9",
                "Dianmai-Client-Address",
                "203.0.113.9",
                "Cookie",
                "DIANMAI_SESSION=x"));

        assertThat(arrived.path("headers").toString()).doesNotContain("203.0.113.9", "evil.example", "DIANMAI_SESSION");
        assertThat(header(arrived, "Dianmai-client-address")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/follow-ups/1",
                "/api/my-day",
                "/api/appointments",
                "/api/repair-orders/1",
                "/api/complaints",
                "/api/kpis/values",
                "/api/jobs/handover",
                "/api/reminders",
                "/api/deadlines/1",
                "/api/ladders",
                "/api/delivery-targets",
                "/api/deliveries",
                "/api/message-templates"
            })
    void saysThatAServiceIsDown(String path) {
        HttpResponse<String> answer = hq.get(path);

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/leadsandmore", "/api/"})
    void knowsNoOtherAddress(String path) {
        assertProblem(hq.get(path), 404, "not-found");
    }

    @Test
    void refusesLargeBodies() {
        assertThat(Caller.json(hq.post("/api/leads", "x".repeat(MEGABYTE)))
                        .path("bodyLength")
                        .asInt())
                .isEqualTo(MEGABYTE);
        assertProblem(hq.post("/api/leads", "x".repeat(MEGABYTE + 1)), 413, "too-large");
    }

    @Test
    void refusesLargeBodiesOfUntoldLength() {
        assertThat(Caller.json(chunked(MEGABYTE)).path("bodyLength").asInt()).isEqualTo(MEGABYTE);
        assertProblem(chunked(MEGABYTE + 1), 413, "too-large");
    }

    @Test
    void passesFilesOfImportsOnUpToTheirOwnLimit() {
        int told = 3 * MEGABYTE;
        assertThat(Caller.json(chunked("/api/imports", told)).path("bodyLength").asInt())
                .isEqualTo(told);
        assertProblem(chunked("/api/imports", 66 * MEGABYTE), 413, "too-large");
        assertProblem(hq.post("/api/imports", "x".repeat(66 * MEGABYTE)), 413, "too-large");
    }

    private HttpResponse<String> chunked(int length) {
        return chunked("/api/leads", length);
    }

    private HttpResponse<String> chunked(String path, int length) {
        return hq.send(
                "POST",
                path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])),
                "Content-Type",
                "application/json");
    }

    private static String header(JsonNode arrived, String name) {
        return arrived.path("headers").properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().asString())
                .findFirst()
                .orElse("");
    }
}
