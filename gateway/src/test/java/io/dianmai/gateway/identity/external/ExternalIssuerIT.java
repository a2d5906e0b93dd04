package io.dianmai.gateway.identity.external;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.SampleStore;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** People of an OpenID Connect provider outside, with bearer tokens and in the browser. */
@GatewayTest
class ExternalIssuerIT {
    private static final OidcProvider OUTSIDE = new OidcProvider();
    private static final Map<String, Object> DIRECTOR = Map.of(
            "sub", "4711",
            "preferred_username", "director",
            "name", "李四",
            "dianmai_place", "brand:ext-brand",
            "staff_id", "p7",
            "realm_access", Map.of("roles", List.of("offline_access", "brand-boss")));

    @LocalServerPort
    private int port;

    private Caller anybody;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        properties.add("dianmai.external-issuer.issuer", OUTSIDE::issuer);
        properties.add("dianmai.external-issuer.client-id", () -> OidcProvider.CLIENT);
        properties.add("dianmai.external-issuer.client-secret", () -> "of the door");
        properties.add("dianmai.external-issuer.label", () -> "Group <SSO>");
        properties.add("dianmai.external-issuer.roles.brand-boss", () -> "BRAND_DIRECTOR");
    }

    @AfterAll
    static void close() {
        OUTSIDE.close();
    }

    @BeforeEach
    void register() {
        anybody = Caller.anonymous(port);
        Caller hq = anybody.hq();
        hq.put("/api/registry/stores/ext-1", SampleStore.json(SampleStore.of("ext-1", "ext-north", "ext-brand")));
        hq.put("/api/registry/stores/ext-2", SampleStore.json(SampleStore.of("ext-2", "ext-north", "ext-other")));
    }

    @Test
    void mapsTheClaimsOfABearerToken() {
        JsonNode me = Caller.json(bearing(DIRECTOR, "dianmai").get("/api/me"));

        assertThat(me.path("subject").asString()).isEqualTo("ext:director");
        assertThat(me.path("name").asString()).isEqualTo("李四");
        assertThat(me.path("issuer").path("issuer").asString()).isEqualTo(OUTSIDE.issuer());
        assertThat(me.path("staffId").asString()).isEqualTo("p7");
        assertThat(me.path("roles").path(0).asString()).isEqualTo("BRAND_DIRECTOR");
        assertThat(me.path("stores").values().stream().map(JsonNode::asString)).containsExactly("ext-1");
        assertProblem(bearing(DIRECTOR, "dianmai").get("/api/registry/stores/ext-2"), 404, "not-found");
    }

    @Test
    void refusesTokensThatAreNotForThisPlatformOrHaveExpired() {
        assertProblem(bearing(DIRECTOR, "something-else").get("/api/me"), 401, "unauthenticated");
        String expired = OUTSIDE.tokenOf(DIRECTOR, "dianmai", Instant.now().minusSeconds(300));
        assertProblem(anybody.bearing(expired).get("/api/me"), 401, "unauthenticated");
        String forged = OUTSIDE.tokenOf(DIRECTOR, "dianmai", Instant.now().plusSeconds(300));
        assertProblem(
                anybody.bearing(forged.substring(0, forged.length() - 12) + "AAAAAAAAAAAA")
                        .get("/api/me"),
                401,
                "unauthenticated");
    }

    @Test
    void refusesWhoHasNoRoleOrNoPlaceThatSuitsIt() {
        for (var nobody : List.<Map<String, Object>>of(
                with("realm_access", Map.of("roles", List.of("visitor"))),
                with("dianmai_place", "store:ext-1"),
                with("dianmai_place", "nowhere"),
                with("realm_access", Map.of("roles", List.of("STORE_SYSTEM"))))) {
            assertProblem(bearing(nobody, "dianmai").get("/api/me"), 403, "no-role-here");
        }
    }

    @Test
    void signsInWithTheBrowser() {
        assertThat(anybody.get("/login?lang=en").body())
                .contains("/oauth2/authorization/external", "Group &lt;SSO&gt;")
                .doesNotContain("{{");
        OUTSIDE.isVisitedBy(DIRECTOR);
        Caller browser = Caller.anonymous(port);

        assertThat(URI.create(signInElsewhere(browser)).getPath()).isEqualTo("/");

        JsonNode me = Caller.json(browser.get("/api/me"));
        assertThat(me.path("subject").asString()).isEqualTo("ext:director");
        assertThat(me.path("name").asString()).isEqualTo("李四");
        assertThat(me.path("issuer").path("label").asString()).isEqualTo("Group <SSO>");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhoHasNoRoleHere() {
        OUTSIDE.isVisitedBy(with("dianmai_place", "nowhere"));
        Caller browser = Caller.anonymous(port);

        assertThat(signInElsewhere(browser)).endsWith("NO_ROLE");
        assertProblem(browser.get("/api/me"), 401, "unauthenticated");
    }

    /** To the provider, back with a code, and where that leads. */
    private static String signInElsewhere(Caller browser) {
        URI there = location(browser.get("/oauth2/authorization/external"));
        URI back = location(Caller.elsewhere(there));
        return location(browser.get(back.getRawPath() + "?" + back.getRawQuery()))
                .toString();
    }

    private static URI location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private Caller bearing(Map<String, Object> claims, String audience) {
        return anybody.bearing(OUTSIDE.tokenOf(claims, audience, Instant.now().plusSeconds(300)));
    }

    private static Map<String, Object> with(String claim, Object value) {
        var changed = new java.util.HashMap<>(DIRECTOR);
        changed.put(claim, value);
        return changed;
    }
}
