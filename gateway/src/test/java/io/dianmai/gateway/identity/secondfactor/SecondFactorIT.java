package io.dianmai.gateway.identity.secondfactor;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.identity.signin.SignInDetails;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "dianmai.second-factor-for=OPERATIONS")
class SecondFactorIT {
    private static final String PASSWORD = "geheim-123";

    private final OneTimeCodes codes = new OneTimeCodes();

    @LocalServerPort
    private int port;

    private Caller anybody;
    private Caller hq;

    @BeforeEach
    void callers() {
        anybody = Caller.anonymous(port);
        hq = anybody.hq();
    }

    @Test
    void asksForACodeOnceItIsSetUp() {
        person("anna", "GROUP_HQ");
        String secret = begin("anna");

        assertThat(token("anna").statusCode()).as("not confirmed yet").isEqualTo(200);
        assertProblem(send("PUT", "anna", "000000"), 403, "wrong-code");
        assertThat(send("PUT", "anna", code(secret, -1)).statusCode()).isEqualTo(204);

        assertProblem(token("anna"), 401, "code-needed");
        assertProblem(token("anna", code(secret, -1)), 401, "wrong-credentials");
        assertThat(token("anna", code(secret, 0)).statusCode()).isEqualTo(200);
        assertProblem(token("anna", code(secret, 0)), 401, "wrong-credentials");
        assertProblem(
                anybody.post("/api/me/second-factor", "", codeAndBasic("anna", code(secret, 1))),
                409,
                "second-factor-present");
    }

    @Test
    void whoKeepsAccountsTakesItAway() {
        person("berta", "GROUP_HQ");
        assertThat(send("PUT", "berta", code(begin("berta"), 0)).statusCode()).isEqualTo(204);
        assertProblem(token("berta"), 401, "code-needed");

        assertThat(hq.send("DELETE", "/api/registry/people/berta/second-factor", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);

        assertThat(token("berta").statusCode()).isEqualTo(200);
        assertProblem(
                hq.send("DELETE", "/api/registry/people/berta/second-factor", BodyPublishers.noBody()),
                404,
                "not-found");
    }

    @Test
    void rolesThatNeedOneCanDoNothingBefore() {
        person("carla", "OPERATIONS");
        assertProblem(token("carla"), 403, "second-factor-needed");
        Caller browser = anybody.signedIn("carla", PASSWORD);
        assertProblem(browser.get("/api/me"), 403, "second-factor-needed");

        String page = browser.get("/second-factor?lang=en").body();
        String secret = page.replaceAll("(?s).*<code>([A-Z2-7]{32})</code>.*", "$1");
        assertThat(browser.get("/second-factor/qr.svg").body()).startsWith("<svg");
        assertThat(confirmOnPage(browser, page, "000000")).endsWith("WRONG");
        assertThat(confirmOnPage(browser, page, code(secret, 0))).isEqualTo("/second-factor");

        assertThat(browser.get("/second-factor?lang=en").body())
                .contains("need a code")
                .doesNotContain(secret, "{{");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    }

    private static String confirmOnPage(Caller browser, String page, String code) {
        String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> answer = browser.form("/second-factor", "code=" + code + "&_csrf=" + csrf);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElse("");
    }

    private String begin(String username) {
        HttpResponse<String> answer = anybody.post("/api/me/second-factor", "", Caller.basic(username, PASSWORD));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        String secret = Caller.json(answer).path("secret").asString();
        assertThat(Caller.json(answer).path("uri").asString())
                .startsWith("otpauth://totp/")
                .contains(secret);
        return secret;
    }

    private HttpResponse<String> send(String method, String username, String code) {
        return anybody.send(
                method,
                "/api/me/second-factor",
                BodyPublishers.ofString("{\"code\":\"" + code + "\"}"),
                Stream.concat(
                                Stream.of(Caller.basic(username, PASSWORD)),
                                Stream.of("Content-Type", "application/json"))
                        .toArray(String[]::new));
    }

    private HttpResponse<String> token(String username) {
        return anybody.post("/api/token", "", Caller.basic(username, PASSWORD));
    }

    private HttpResponse<String> token(String username, String code) {
        return anybody.post("/api/token", "", codeAndBasic(username, code));
    }

    private static String[] codeAndBasic(String username, String code) {
        return Stream.concat(Stream.of(Caller.basic(username, PASSWORD)), Stream.of(SignInDetails.CODE_HEADER, code))
                .toArray(String[]::new);
    }

    private String code(String secret, int steps) {
        return codes.at(secret, OneTimeCodes.step(Instant.now()) + steps);
    }

    private void person(String username, String role) {
        var answer = hq.put(
                "/api/registry/people/" + username,
                "{\"password\":\"%s\",\"temporary\":false,\"role\":\"%s\",\"place\":\"group\"}"
                        .formatted(PASSWORD, role));
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
