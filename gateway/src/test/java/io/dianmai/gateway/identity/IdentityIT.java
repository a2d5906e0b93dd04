package io.dianmai.gateway.identity;

import static io.dianmai.gateway.Answers.assertPointer;
import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.SampleStore;
import io.dianmai.gateway.identity.throttle.SignInThrottle;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayTest
class IdentityIT {
    private static final String PASSWORD = "geheim-123";

    @LocalServerPort
    private int port;

    private Caller anybody;
    private Caller hq;

    @BeforeEach
    void register() {
        anybody = Caller.anonymous(port);
        hq = anybody.hq();
        register("id-1", "id-north", "id-brand");
        register("id-2", "id-north", "id-other");
        register("id-3", "id-south", "id-brand");
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP_HQ, group, *",
        "OPERATIONS, group, *",
        "BRAND_DIRECTOR, brand:id-brand, id-1 id-3",
        "REGIONAL_MANAGER, region:id-north, id-1 id-2",
        "GENERAL_MANAGER, store:id-2, id-2",
        "SALES_CONSULTANT, store:id-1, id-1",
    })
    void personalTokenSaysRoleAndStores(String role, String place, String stores) {
        person("anna", role, place);

        JsonNode claims = Caller.claims(personalToken("anna"));

        assertThat(claims.path("sub").asString()).isEqualTo("anna");
        assertThat(claims.path("staff_id").asString()).isEqualTo("p1");
        assertThat(strings(claims.path("roles"))).containsExactly(role);
        assertThat(strings(claims.path("stores"))).containsExactly(stores.split(" "));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    }

    @Test
    void storeSystemGetsTokenForItsStoreOnly() {
        JsonNode client = client("id-1");
        String id = client.path("clientId").asString();
        String secret = client.path("secret").asString();

        JsonNode basic = Caller.json(token(id, secret));
        JsonNode posted = Caller.json(anybody.form(
                "/oauth2/token", "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret));

        assertThat(basic.path("expires_in").asLong()).isBetween(3590L, 3600L);
        for (JsonNode answer : List.of(basic, posted)) {
            JsonNode claims = Caller.claims(answer.path("access_token").asString());
            assertThat(claims.path("client_id").asString()).isEqualTo(id);
            assertThat(strings(claims.path("roles"))).containsExactly("STORE_SYSTEM");
            assertThat(strings(claims.path("stores"))).containsExactly("id-1");
        }
    }

    @Test
    void refusesWrongSecretAndUnknownClient() {
        String id = client("id-1").path("clientId").asString();

        for (HttpResponse<String> refused : List.of(token(id, "guess"), token("nobody", "guess"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(Caller.json(refused).path("error").asString()).isEqualTo("invalid_client");
        }
    }

    @Test
    void refusesRevokedClientAtOnce() {
        JsonNode client = client("id-1");
        String id = client.path("clientId").asString();

        assertThat(hq.send("DELETE", "/api/registry/clients/" + id, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);

        assertThat(token(id, client.path("secret").asString()).statusCode()).isEqualTo(401);
        assertProblem(hq.send("DELETE", "/api/registry/clients/" + id, BodyPublishers.noBody()), 404, "not-found");
    }

    @Test
    void refusesWrongPassword() {
        person("berta", "TECHNICIAN", "store:id-1");

        assertProblem(anybody.post("/api/token", "", Caller.basic("berta", "wrong")), 401, "wrong-credentials");
        assertProblem(anybody.post("/api/token", ""), 401, "wrong-credentials");
    }

    @Test
    void slowsDownGuessing() {
        person("carl", "TECHNICIAN", "store:id-1");
        for (int i = 0; i < SignInThrottle.FREE_TRIES + 2; i++) {
            anybody.post("/api/token", "", Caller.basic("carl", "guess-" + i));
        }

        HttpResponse<String> slowed = anybody.post("/api/token", "", Caller.basic("carl", PASSWORD));

        assertProblem(slowed, 429, "too-many-tries");
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void signsInAndOutOnThePage() {
        person("dora", "SALES_MANAGER", "store:id-1");
        Caller browser = anybody.signedIn("dora", PASSWORD);

        JsonNode me = Caller.json(browser.get("/api/me"));
        assertThat(me.path("subject").asString()).isEqualTo("dora");
        assertThat(strings(me.path("stores"))).containsExactly("id-1");

        browser.post("/logout", "", "X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN")));
        assertProblem(browser.get("/api/me"), 401, "unauthenticated");
    }

    @Test
    void keepsSessionAndItsCsrfTokenFromRequestToRequest() {
        Caller browser = anybody.signedIn(GatewayTest.HQ, GatewayTest.HQ_PASSWORD);
        browser.get("/api/me");
        String session = browser.cookie("DIANMAI_SESSION");
        String csrf = browser.cookie("XSRF-TOKEN");

        browser.get("/api/registry/stores");

        assertThat(browser.cookie("DIANMAI_SESSION")).isEqualTo(session);
        assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(csrf);
    }

    @Test
    void sessionNeedsCsrfTokenToChangeSomething() {
        Caller browser = anybody.signedIn(GatewayTest.HQ, GatewayTest.HQ_PASSWORD);
        String store = SampleStore.json(SampleStore.of("id-1", "id-north", "id-brand"));

        assertProblem(browser.put("/api/registry/stores/id-1", store), 403, "csrf-token-missing");
        assertThat(browser.put(
                                "/api/registry/stores/id-1",
                                store,
                                "X-XSRF-TOKEN",
                                String.valueOf(browser.cookie("XSRF-TOKEN")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(hq.put("/api/registry/stores/id-1", store).statusCode()).isEqualTo(200);
    }

    @Test
    void showsFormAfreshWithoutCsrfToken() {
        HttpResponse<String> answer =
                anybody.form("/login", "username=" + GatewayTest.HQ + "&password=" + GatewayTest.HQ_PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @Test
    void speaksTwoLanguages() {
        assertThat(anybody.get("/login?lang=zh").body()).contains("登录").doesNotContain("{{");
        assertThat(anybody.get("/login?lang=en&notice=WAIT").body())
                .contains("Too many")
                .doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/token",
                "/api/leads/1",
                "/api/registry/stores",
                "/api/stream",
                "/api/x",
                "/",
                "/x",
                "/directoryFeed",
                "/actuator/health",
                "/api/store-events/rejected"
            })
    void everythingElseNeedsSomebody(String path) {
        assertThat(anybody.get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/sign-in.css", "/oauth2/jwks", "/.well-known/oauth-authorization-server"})
    void whatNobodyNeedsToSignInFor(String path) {
        assertThat(anybody.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void functionsCannotBeCalled() {
        Caller browser = anybody.signedIn(GatewayTest.HQ, GatewayTest.HQ_PASSWORD);
        assertProblem(browser.get("/directoryFeed"), 404, "not-found");
    }

    @Test
    void publishesNoPrivateKey() {
        JsonNode key = Caller.json(anybody.get("/oauth2/jwks")).path("keys").path(0);

        assertThat(key.has("n")).isTrue();
        assertThat(key.has("d")).isFalse();
    }

    @Test
    void guardsPagesByHeaders() {
        var headers = anybody.get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void refusesAccountsThatMakeNoSense() {
        assertPointer(account("short", "TECHNICIAN", "store:id-1"), "/password");
        assertPointer(account(PASSWORD, "CHIEF", "store:id-1"), "/role");
        assertPointer(account(PASSWORD, "TECHNICIAN", "here"), "/place");
        assertPointer(account(PASSWORD, "TECHNICIAN", "group"), "/place");
        assertPointer(account(PASSWORD, "TECHNICIAN", "store:nowhere"), "/place");
        assertPointer(hq.post("/api/registry/clients", "{\"storeId\":\"nowhere\"}"), "/storeId");
    }

    @Test
    void onlyHqAndOperationsKeepAccounts() {
        person("emil", "GENERAL_MANAGER", "store:id-1");
        Caller manager = anybody.person("emil", PASSWORD);

        assertProblem(
                manager.put("/api/registry/people/fritz", accountJson(PASSWORD, "TECHNICIAN", "store:id-1")),
                403,
                "forbidden");
        assertProblem(manager.post("/api/registry/clients", "{\"storeId\":\"id-1\"}"), 403, "forbidden");
    }

    @Test
    void aNewSecretWorksBesideTheOldOneForAWhile() {
        JsonNode client = client("id-1");
        String id = client.path("clientId").asString();
        String old = client.path("secret").asString();

        String next = Caller.json(hq.post("/api/registry/clients/" + id + "/secrets", "{\"overlap\":\"PT1H\"}"))
                .path("secret")
                .asString();

        assertThat(token(id, old).statusCode()).isEqualTo(200);
        assertThat(token(id, next).statusCode()).isEqualTo(200);
        assertThat(hq.get("/api/registry/clients?storeId=id-1").body())
                .contains(id, "goodUntil")
                .doesNotContain(old, next, "{bcrypt}");

        String last = Caller.json(hq.post("/api/registry/clients/" + id + "/secrets", "{\"overlap\":\"PT0S\"}"))
                .path("secret")
                .asString();
        assertThat(token(id, old).statusCode()).isEqualTo(401);
        assertThat(token(id, next).statusCode()).isEqualTo(401);
        assertThat(token(id, last).statusCode()).isEqualTo(200);
        assertPointer(hq.post("/api/registry/clients/" + id + "/secrets", "{\"overlap\":\"P31D\"}"), "/overlap");
        assertProblem(hq.post("/api/registry/clients/nobody/secrets", "{}"), 404, "not-found");
    }

    @Test
    void refusesTokensOfARevokedClient() {
        JsonNode client = client("id-1");
        String id = client.path("clientId").asString();
        Caller system =
                anybody.bearing(Caller.json(token(id, client.path("secret").asString()))
                        .path("access_token")
                        .asString());
        assertThat(system.get("/api/me").statusCode()).isEqualTo(200);

        hq.send("DELETE", "/api/registry/clients/" + id, BodyPublishers.noBody());

        assertProblem(system.get("/api/me"), 401, "unauthenticated");
    }

    @Test
    void endsTokensAndSessionsOfAClosedAccount() {
        person("emil", "TECHNICIAN", "store:id-1");
        Caller program = anybody.person("emil", PASSWORD);
        Caller browser = anybody.signedIn("emil", PASSWORD);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);

        assertThat(hq.send("DELETE", "/api/registry/people/emil", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);

        assertProblem(program.get("/api/me"), 401, "unauthenticated");
        assertProblem(browser.get("/api/me"), 401, "unauthenticated");
        assertProblem(anybody.post("/api/token", "", Caller.basic("emil", PASSWORD)), 401, "wrong-credentials");
        assertThat(hq.get("/api/registry/people?place=store:id-1").body()).contains("\"username\":\"emil\"");
        assertPointer(hq.send("DELETE", "/api/registry/people/" + GatewayTest.HQ, BodyPublishers.noBody()), "username");
    }

    @Test
    void aPasswordFromSomebodyElseIsGoodOnlyForChoosingAnother() {
        hq.put(
                "/api/registry/people/nora",
                "{\"password\":\"first-of-nora\",\"role\":\"TECHNICIAN\",\"place\":\"store:id-1\"}");
        String[] first = Caller.basic("nora", "first-of-nora");
        Caller browser = anybody.signedIn("nora", "first-of-nora");

        assertProblem(anybody.post("/api/token", "", first), 403, "password-change-needed");
        assertProblem(browser.get("/api/me"), 403, "password-change-needed");
        assertThat(browser.get("/password?lang=en").body())
                .contains("Choose a password")
                .doesNotContain("{{");
        assertProblem(
                anybody.post(
                        "/api/me/password", "{\"password\":\"guess-guess\",\"newPassword\":\"quite-another\"}", first),
                403,
                "wrong-password");
        assertPointer(change("nora", "first-of-nora", "short"), "/newPassword");
        assertPointer(change("nora", "first-of-nora", "first-of-nora"), "/newPassword");

        assertThat(change("nora", "first-of-nora", "quite-another").statusCode())
                .isEqualTo(204);

        assertThat(personalToken("nora", "quite-another")).isNotEmpty();
        assertProblem(anybody.post("/api/token", "", first), 401, "wrong-credentials");
        assertProblem(browser.get("/api/me"), 401, "unauthenticated");
    }

    @Test
    void changesAPasswordOnThePage() {
        person("olga", "TECHNICIAN", "store:id-1");
        Caller other = anybody.signedIn("olga", PASSWORD);
        Caller browser = anybody.signedIn("olga", PASSWORD);

        assertThat(location(changeOnPage(browser, PASSWORD, "one-of-them", "other-of-them")))
                .endsWith("DIFFERENT");
        assertThat(location(changeOnPage(browser, "guess-guess", "next-of-olga", "next-of-olga")))
                .endsWith("WRONG");
        assertThat(location(changeOnPage(browser, PASSWORD, "olga", "olga"))).endsWith("UNFIT");
        assertThat(location(changeOnPage(browser, PASSWORD, "next-of-olga", "next-of-olga")))
                .endsWith("CHANGED");

        assertThat(anybody.signedIn("olga", "next-of-olga").get("/api/me").statusCode())
                .isEqualTo(200);
        assertProblem(other.post("/api/token", "", csrfOf(other)), 401, "wrong-credentials");
        assertProblem(other.get("/api/me"), 401, "unauthenticated");
    }

    @Test
    void slowsDownGuessingOfThePresentPassword() {
        person("pia", "TECHNICIAN", "store:id-1");
        Caller browser = anybody.signedIn("pia", PASSWORD);
        String guess = "{\"password\":\"guess-guess\",\"newPassword\":\"quite-another\"}";
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertProblem(browser.post("/api/me/password", guess, csrfOf(browser)), 403, "wrong-password");
        }

        HttpResponse<String> slowed = browser.post("/api/me/password", guess, csrfOf(browser));

        assertProblem(slowed, 429, "too-many-tries");
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(location(changeOnPage(browser, PASSWORD, "next-of-pia", "next-of-pia")))
                .endsWith("WAIT");
    }

    private static String[] csrfOf(Caller browser) {
        return new String[] {"X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN"))};
    }

    private HttpResponse<String> change(String username, String password, String next) {
        return anybody.post(
                "/api/me/password",
                "{\"password\":\"%s\",\"newPassword\":\"%s\"}".formatted(password, next),
                Caller.basic(username, password));
    }

    private static HttpResponse<String> changeOnPage(Caller browser, String present, String next, String again) {
        String csrf = browser.get("/password").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return browser.form("/password", "present=%s&next=%s&again=%s&_csrf=%s".formatted(present, next, again, csrf));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElse("");
    }

    private void register(String storeId, String regionId, String brandId) {
        var answer =
                hq.put("/api/registry/stores/" + storeId, SampleStore.json(SampleStore.of(storeId, regionId, brandId)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private void person(String username, String role, String place) {
        var answer = hq.put("/api/registry/people/" + username, accountJson(PASSWORD, role, place));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> account(String password, String role, String place) {
        return hq.put("/api/registry/people/somebody", accountJson(password, role, place));
    }

    private static String accountJson(String password, String role, String place) {
        return """
                {"password":"%s","temporary":false,"name":"张三","staffId":"p1","role":"%s","place":"%s"}""".formatted(password, role, place);
    }

    private JsonNode client(String storeId) {
        return Caller.json(hq.post("/api/registry/clients", "{\"storeId\":\"" + storeId + "\"}"));
    }

    private HttpResponse<String> token(String clientId, String secret) {
        return anybody.form("/oauth2/token", "grant_type=client_credentials", Caller.basic(clientId, secret));
    }

    private String personalToken(String username) {
        return personalToken(username, PASSWORD);
    }

    private String personalToken(String username, String password) {
        return Caller.json(anybody.post("/api/token", "", Caller.basic(username, password)))
                .path("access_token")
                .asString();
    }

    private static List<String> strings(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }
}
