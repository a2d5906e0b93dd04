package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.contracts.org.Tier;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Stores of one test, in a region of their own so that no other test counts there; what HQ sees of them. */
final class TestGroup {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String CONSULTANT = "consultant-1";
    static final String ADVISER = "adviser-1";

    /** Open day and night, so that no test depends on the time at which it runs. */
    static final Window ALWAYS = new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private final Door door;
    private final String region;
    private final String hq;
    private final List<TestStore> stores;

    private TestGroup(Door door, String region, String hq, List<TestStore> stores) {
        this.door = door;
        this.region = region;
        this.hq = hq;
        this.stores = stores;
    }

    /** Registers stores that never close. */
    static TestGroup register(RunningPlatform platform, String region, int stores) {
        return register(platform, region, stores, ALWAYS);
    }

    /** Registers stores that are open in this window every day, and a store system for each. */
    static TestGroup register(RunningPlatform platform, String region, int count, Window open) {
        return register(
                platform,
                region,
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> store(region, region + "-" + number, open))
                        .toList());
    }

    /** Registers these stores of one region, and a store system for each. */
    static TestGroup register(RunningPlatform platform, String region, List<StorePublished> published) {
        Door door = platform.door();
        String hq = platform.hqToken();
        List<TestStore> stores =
                published.stream().map(store -> registerStore(door, hq, store)).toList();
        var group = new TestGroup(door, region, hq, stores);
        Waiting.until("stores of " + region + " are known to the KPIs", Duration.ofSeconds(30), () -> {
            Door.Answer answer = door.get(group.valuesPath(group.today()), hq);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("stores").asInt()).isEqualTo(stores.size());
        });
        return group;
    }

    List<TestStore> stores() {
        return stores;
    }

    TestStore store() {
        return stores.getFirst();
    }

    /** A token that sees everything. */
    String hq() {
        return hq;
    }

    /** The business day of now. */
    String today() {
        return LocalDate.now(ZONE).toString();
    }

    /** The answer of the KPI API for all stores of the group. */
    JsonNode values(String period) {
        return get(valuesPath(period));
    }

    private String valuesPath(String period) {
        return "/api/kpis/values?scope=region:" + region + "&period=" + period;
    }

    /** Reminders of the group's stores as the API lists them. */
    List<JsonNode> reminders() {
        return ofStores("/api/reminders?limit=200&store=", "reminders");
    }

    /** Facts of the group's stores that a service refused. */
    List<JsonNode> rejected() {
        return ofStores("/api/store-events/rejected?limit=200&store=", "items");
    }

    JsonNode get(String path) {
        return door.get(path, hq).expectSuccess();
    }

    boolean has(String storeId) {
        return stores.stream().anyMatch(store -> store.storeId().equals(storeId));
    }

    private List<JsonNode> ofStores(String path, String list) {
        return stores.stream()
                .flatMap(store -> Json.list(get(path + store.storeId()).path(list)).stream())
                .toList();
    }

    private static TestStore registerStore(Door door, String hq, StorePublished store) {
        String storeId = store.storeId();
        door.put("/api/registry/stores/" + storeId, hq, Json.write(store)).expectSuccess();
        JsonNode client = door.post("/api/registry/clients", hq, Door.JSON, Json.write(Map.of("storeId", storeId)))
                .expectSuccess();
        String token = door.clientToken(
                client.path("clientId").asString(), client.path("secret").asString());
        return new TestStore(storeId, token);
    }

    private static StorePublished store(String region, String storeId, Window open) {
        Map<DayOfWeek, List<Window>> week =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), _ -> List.of(open)));
        return new StorePublished(
                storeId,
                "试店 " + storeId,
                region,
                "试区 " + region,
                "brand-" + region,
                "试验品牌",
                Tier.MID,
                ZONE.getId(),
                12,
                40,
                new BusinessHours(week, Set.of(), Map.of()),
                List.of(new Team("sales", "销售一组"), new Team("service", "售后一组")),
                List.of(
                        new StaffMember(CONSULTANT, "顾问甲", List.of(Role.SALES_CONSULTANT), "sales", null),
                        new StaffMember(ADVISER, "服务甲", List.of(Role.SERVICE_ADVISER), "service", null)));
    }
}
