package io.dianmai.gateway.identity.grant;

import static io.dianmai.gateway.Answers.assertPointer;
import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.identity.Hashes;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Programs that act for people. */
@GatewayTest
class GrantIT {
    private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-";
    private static final String BACK = "http://127.0.0.1:51234/signed-in";
    private static final String PASSWORD = "geheim-123";

    @LocalServerPort
    private int port;

    private Caller anybody;
    private Caller hq;
    private Caller browser;
    private String app;

    @BeforeEach
    void register() {
        anybody = Caller.anonymous(port);
        hq = anybody.hq();
        app = app("http://127.0.0.1/signed-in");
        person("anna");
        browser = anybody.signedIn("anna", PASSWORD);
    }

    @Test
    void actsForWhoHasSignedIn() {
        URI back = back(browser.get(authorize(app, BACK)));
        assertThat(back.toString()).startsWith(BACK + "?").contains("state=of-mine");

        JsonNode tokens = Caller.json(exchange(app, codeIn(back), BACK, VERIFIER));

        JsonNode claims = Caller.claims(tokens.path("access_token").asString());
        assertThat(claims.path("sub").asString()).isEqualTo("anna");
        assertThat(claims.path("azp").asString()).isEqualTo(app);
        assertThat(claims.path("aud").toString()).contains("dianmai");
        assertThat(claims.has("client_id")).isFalse();
        assertThat(tokens.path("expires_in").asLong()).isBetween(890L, 900L);
        JsonNode me = Caller.json(me(tokens));
        assertThat(me.path("subject").asString()).isEqualTo("anna");
        assertThat(me.path("roles").toString()).contains("OPERATIONS");
    }

    @Test
    void leadsThroughTheSignInAndBack() {
        Caller fresh = Caller.anonymous(port);
        HttpResponse<String> first = fresh.get(authorize(app, BACK));
        assertThat(first.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));

        fresh.signIn("anna", PASSWORD);
        String page = fresh.get("/go-on?lang=en").body();

        assertThat(page).contains("http-equiv=\"refresh\"").doesNotContain("{{");
        String there = page.replaceAll("(?s).*<a href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(there).startsWith("/oauth2/authorize?");
        assertThat(codeIn(back(fresh.get(there)))).isNotEmpty();
    }

    @Test
    void leadsWhoHasToChooseAPasswordThereFirst() {
        hq.put(
                "/api/registry/people/nora",
                "{\"password\":\"first-of-nora\",\"role\":\"OPERATIONS\",\"place\":\"group\"}");

        assertThat(anybody.signedIn("nora", "first-of-nora")
                        .get(authorize(app, BACK))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/password"));
    }

    @Test
    void leadsNobodyElsewhere() {
        for (String elsewhere : new String[] {
            "http://127.0.0.1:51234/other",
            "https://evil.example/signed-in",
            "http://localhost:51234/signed-in",
            BACK + "?x=y"
        }) {
            assertThat(browser.get(authorize(app, elsewhere)).statusCode()).isEqualTo(400);
        }
        assertThat(browser.get(authorize("app-nobody", BACK)).statusCode()).isEqualTo(400);
    }

    @Test
    void insistsOnTheStrongChallenge() {
        String plain = authorize(app, BACK).replace("S256", "plain");
        String none = authorize(app, BACK).replaceAll("&code_challenge.*", "");

        assertThat(back(browser.get(plain)).getQuery()).contains("error=invalid_request");
        assertThat(back(browser.get(none)).getQuery()).contains("error=invalid_request");
    }

    @Test
    void refusesACodeThatIsNotTheCallers() {
        assertError(exchange(app, code(), BACK, "another-verifier-of-forty-three-characters---"), "invalid_grant");
        assertError(exchange(app, code(), "http://127.0.0.1:51235/signed-in", VERIFIER), "invalid_grant");
        assertError(exchange(app("http://127.0.0.1/signed-in"), code(), BACK, VERIFIER), "invalid_grant");
        assertError(exchange(app, "guessed", BACK, VERIFIER), "invalid_grant");
    }

    @Test
    void endsAllThatCameOfACodeThatComesTwice() {
        String code = code();
        JsonNode tokens = Caller.json(exchange(app, code, BACK, VERIFIER));
        assertThat(me(tokens).statusCode()).isEqualTo(200);

        assertError(exchange(app, code, BACK, VERIFIER), "invalid_grant");

        assertError(refresh(app, tokens), "invalid_grant");
        assertProblem(me(tokens), 401, "unauthenticated");
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsSecondUseEndsThemAll() {
        JsonNode first = Caller.json(exchange(app, code(), BACK, VERIFIER));
        JsonNode second = Caller.json(refresh(app, first));
        assertThat(me(second).statusCode()).isEqualTo(200);
        JsonNode third = Caller.json(refresh(app, second));
        assertThat(me(third).statusCode()).isEqualTo(200);

        assertError(refresh(app, second), "invalid_grant");

        assertError(refresh(app, third), "invalid_grant");
        assertProblem(me(third), 401, "unauthenticated");
    }

    @Test
    void aRefreshTokenIsOfItsProgramOnly() {
        JsonNode tokens = Caller.json(exchange(app, code(), BACK, VERIFIER));

        assertError(refresh(app("http://127.0.0.1/signed-in"), tokens), "invalid_grant");
        assertThat(refresh("app-nobody", tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void endsWithItsProgram() {
        JsonNode tokens = Caller.json(exchange(app, code(), BACK, VERIFIER));
        assertThat(hq.send("DELETE", "/api/registry/apps/" + app, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);

        assertThat(refresh(app, tokens).statusCode()).isEqualTo(401);
        assertProblem(me(tokens), 401, "unauthenticated");
        assertThat(browser.get(authorize(app, BACK)).statusCode()).isEqualTo(400);
    }

    @Test
    void endsWithTheAccountAndWhenItIsGivenBack() {
        JsonNode back = Caller.json(exchange(app, code(), BACK, VERIFIER));
        String refresh = encoded(back.path("refresh_token").asString());
        assertThat(anybody.form("/oauth2/revoke", "client_id=" + app + "&token=" + refresh)
                        .statusCode())
                .isEqualTo(200);
        assertError(refresh(app, back), "invalid_grant");
        assertProblem(me(back), 401, "unauthenticated");

        JsonNode tokens = Caller.json(exchange(app, code(), BACK, VERIFIER));
        hq.send("DELETE", "/api/registry/people/anna", BodyPublishers.noBody());
        assertError(refresh(app, tokens), "invalid_grant");
        assertProblem(me(tokens), 401, "unauthenticated");
    }

    @Test
    void tellsWhereEverythingIs() {
        for (String path :
                new String[] {"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"}) {
            JsonNode metadata = Caller.json(anybody.get(path));
            String issuer = metadata.path("issuer").asString();
            assertThat(metadata.path("authorization_endpoint").asString()).isEqualTo(issuer + "/oauth2/authorize");
            assertThat(metadata.path("token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
            assertThat(metadata.path("code_challenge_methods_supported").toString())
                    .isEqualTo("[\"S256\"]");
            assertThat(metadata.path("grant_types_supported").toString())
                    .contains("authorization_code", "refresh_token", "client_credentials");
        }
    }

    @Test
    void onlyHqAndOperationsRegisterPrograms() {
        assertPointer(
                hq.post("/api/registry/apps", "{\"name\":\"x\",\"redirectUris\":[\"http://evil.example/\"]}"),
                "/redirectUris/0");
        assertThat(hq.get("/api/registry/apps").body()).contains(app);
        assertThat(anybody.get("/api/registry/apps").statusCode()).isEqualTo(401);
        assertProblem(hq.send("DELETE", "/api/registry/apps/app-nobody", BodyPublishers.noBody()), 404, "not-found");
    }

    private String code() {
        return codeIn(back(browser.get(authorize(app, BACK))));
    }

    private static String authorize(String clientId, String redirectUri) {
        return "/oauth2/authorize?response_type=code&client_id=%s&redirect_uri=%s&state=of-mine&code_challenge=%s&code_challenge_method=S256"
                .formatted(clientId, encoded(redirectUri), Hashes.of(VERIFIER));
    }

    private HttpResponse<String> exchange(String clientId, String code, String redirectUri, String verifier) {
        return anybody.form(
                "/oauth2/token",
                "grant_type=authorization_code&client_id=%s&code=%s&redirect_uri=%s&code_verifier=%s"
                        .formatted(clientId, encoded(code), encoded(redirectUri), verifier));
    }

    private HttpResponse<String> refresh(String clientId, JsonNode tokens) {
        return anybody.form(
                "/oauth2/token",
                "grant_type=refresh_token&client_id=%s&refresh_token=%s"
                        .formatted(
                                clientId, encoded(tokens.path("refresh_token").asString())));
    }

    private HttpResponse<String> me(JsonNode tokens) {
        return anybody.bearing(tokens.path("access_token").asString()).get("/api/me");
    }

    private static URI back(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String codeIn(URI back) {
        return back.getQuery().replaceAll(".*code=([^&]+).*", "$1");
    }

    private static void assertError(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Caller.json(answer).path("error").asString()).isEqualTo(error);
    }

    private String app(String redirectUri) {
        return Caller.json(hq.post(
                        "/api/registry/apps",
                        "{\"name\":\"Desk tool\",\"redirectUris\":[\"%s\"]}".formatted(redirectUri)))
                .path("clientId")
                .asString();
    }

    private void person(String username) {
        assertThat(hq.put(
                                "/api/registry/people/" + username,
                                "{\"password\":\"%s\",\"temporary\":false,\"role\":\"OPERATIONS\",\"place\":\"group\"}"
                                        .formatted(PASSWORD))
                        .statusCode())
                .isEqualTo(204);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
