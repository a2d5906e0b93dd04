package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Two stores that have nothing to do with each other, one thing of each kind in both, and callers who belong to the first. */
final class ScopeWorld {
    static final String OWN = "scope-a";
    static final String OTHER = "scope-b";

    /** Names of things that belong to a store. */
    static final Pattern OF_STORES = Pattern.compile(
            "\\{(store|lead|newlead|visit|vehicle|activity|appointment|order" + "|complaint|deadline|import)}");

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final String PASSWORD = "scope-of-roles-7";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Door door;
    private final String hq;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> things = new HashMap<>();

    private ScopeWorld(RunningPlatform platform) {
        door = platform.door();
        hq = platform.hqToken();
        tokens.put("operations", platform.operationsToken());
    }

    static ScopeWorld on(RunningPlatform platform) {
        var world = new ScopeWorld(platform);
        List.of("a", "b").forEach(world::registerStore);
        world.people();
        List.of(OWN, OTHER).forEach(world::makeThings);
        List.of(OWN, OTHER).forEach(world::awaitThings);
        return world;
    }

    /** The caller's token; empty for nobody. */
    String token(String caller) {
        return tokens.getOrDefault(caller, "");
    }

    /** A request's text for one of the stores; what is used up by asking is made anew. */
    String told(String text, String storeId) {
        return NAME.matcher(text).replaceAll(name -> thing(name.group(1), storeId));
    }

    private String thing(String name, String storeId) {
        return switch (name) {
            case "new" -> UUID.randomUUID().toString();
            case "person" -> person("p-" + UUID.randomUUID(), "SALES_CONSULTANT", "store:" + storeId, "someone");
            case "newlead" -> made(storeId, "/api/leads", "\"channel\":\"WALK_IN\"");
            case "client" -> client(storeId).path("clientId").asString();
            case "target" -> made("/api/delivery-targets", """
                {"name":"scope","channel":"WEBHOOK","scope":"group","address":"https://example.com/hook"}\
                """);
            default -> things.getOrDefault(storeId, Map.of()).getOrDefault(name, "{" + name + "}");
        };
    }

    private void registerStore(String letter) {
        put("/api/registry/stores/scope-" + letter, """
            {"storeId":"scope-%1$s","name":"%1$s","regionId":"region-%1$s","regionName":"%1$s","brandId":"brand-%1$s",
             "brandName":"%1$s","tier":"MID","zone":"Asia/Shanghai","bays":1,"parkingSpaces":1,
             "businessHours":{"week":{"MONDAY":[{"opens":"00:00:00","closes":"00:00:00"}]},"holidays":[],"makeUpDays":{}},
             "teams":[{"teamId":"sales","name":"%1$s"}],
             "staff":[{"staffId":"gm","name":"%1$s","roles":["GENERAL_MANAGER"]},
                      {"staffId":"supervisor","name":"%1$s","roles":["SHOWROOM_SUPERVISOR"],"teamId":"sales"},
                      {"staffId":"advisor","name":"%1$s","roles":["SALES_CONSULTANT"],"teamId":"sales"},
                      {"staffId":"adviser","name":"%1$s","roles":["SERVICE_ADVISER"]}]}
            """.formatted(letter));
    }

    private void people() {
        tokens.put("hq", hq);
        signIn("brand", "BRAND_DIRECTOR", "brand:brand-a", "");
        signIn("region", "REGIONAL_MANAGER", "region:region-a", "");
        signIn("gm", "GENERAL_MANAGER", "store:" + OWN, "gm");
        signIn("supervisor", "SHOWROOM_SUPERVISOR", "store:" + OWN, "supervisor");
        signIn("advisor", "SALES_CONSULTANT", "store:" + OWN, "advisor");
        signIn("adviser", "SERVICE_ADVISER", "store:" + OWN, "adviser");
        JsonNode system = client(OWN);
        tokens.put(
                "system",
                door.clientToken(
                        system.path("clientId").asString(),
                        system.path("secret").asString()));
    }

    private void signIn(String caller, String role, String place, String staffId) {
        tokens.put(caller, door.personalToken(person("scope-" + caller, role, place, staffId), PASSWORD));
    }

    private String person(String username, String role, String place, String staffId) {
        String member = staffId.isEmpty() ? "" : ",\"staffId\":\"" + staffId + "\"";
        put("/api/registry/people/" + username, """
            {"password":"%s","temporary":false,"role":"%s","place":"%s"%s}\
            """.formatted(PASSWORD, role, place, member));
        return username;
    }

    private JsonNode client(String storeId) {
        return door.post("/api/registry/clients", hq, Door.JSON, "{\"storeId\":\"" + storeId + "\"}")
                .expectSuccess();
    }

    private void makeThings(String storeId) {
        Map<String, String> of = new HashMap<>();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        of.put("store", storeId);
        of.put("lead", made(storeId, "/api/leads", "\"channel\":\"WALK_IN\",\"advisorId\":\"advisor\""));
        of.put("visit", made(storeId, "/api/visits", "\"kind\":\"WALK_IN\",\"partySize\":1,\"retained\":false"));
        of.put("vehicle", made(storeId, "/api/vehicles", "\"vehicleRef\":\"v-1\",\"model\":\"m\",\"cost\":1"));
        of.put("activity", made(storeId, "/api/activities", """
            "activityId":"a-1","plan":{"name":"x","mainFrom":"2026-12-01","mainTo":"2026-12-02","budget":1,
            "targetLeads":1,"targetOrders":1}\
            """));
        of.put("appointment", made(storeId, "/api/appointments", """
            "kind":"MAINTENANCE","appointedAt":"%s\"\
            """.formatted(tomorrow)));
        of.put("order", made(storeId, "/api/repair-orders", """
            "kind":"MAINTENANCE","booked":false,"adviserId":"adviser\"\
            """));
        of.put("complaint", made(storeId, "/api/complaints", """
            "category":"QUALITY","adviserId":"adviser\"\
            """));
        of.put("deadline", of.get("complaint") + ":response");
        of.put(
                "import",
                door.post("/api/imports?kind=visits&mode=run&storeId=" + storeId, hq, "text/csv", """
                    来访时间,来访方式,人数
                    2026-11-01 10:30,来店,2
                    """)
                        .expectSuccess()
                        .path("id")
                        .asString());
        things.put(storeId, of);
    }

    /** What follows by events. */
    private void awaitThings(String storeId) {
        Map<String, String> of = things.getOrDefault(storeId, new HashMap<>());
        Waiting.until("deadlines of " + storeId, PATIENCE, () -> {
            assertThat(door.get("/api/deadlines/" + of.get("deadline"), hq).status())
                    .isEqualTo(200);
            assertThat(door.get("/api/follow-ups/" + of.get("lead"), hq).status())
                    .isEqualTo(200);
        });
    }

    private String made(String storeId, String path, String members) {
        return made(path, "{\"storeId\":\"" + storeId + "\"," + members + "}");
    }

    private String made(String path, String body) {
        return door.post(path, hq, Door.JSON, body).expectSuccess().path("id").asString();
    }

    private void put(String path, String body) {
        door.put(path, hq, body).expectSuccess();
    }
}
