package io.dianmai.lead;

import static io.dianmai.lead.StoreDesk.PATIENCE;
import static io.dianmai.lead.StoreDesk.body;
import static io.dianmai.lead.StoreDesk.listAt;
import static io.dianmai.lead.StoreDesk.objectAt;
import static io.dianmai.lead.StoreDesk.read;
import static io.dianmai.lead.StoreDesk.refused;
import static io.dianmai.lead.StoreDesk.valueAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.fact.StockAllocated;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StockReleased;
import io.dianmai.contracts.fact.StockSold;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Vehicles in stock, as people, store systems and the orders of leads deal with them. */
@DianmaiTest
class StockIT {
    private static final String VIN = "LSVAA4187N2000017";
    private static final Instant JANUARY = Instant.parse("2026-01-05T02:00:00Z");

    private final MockMvcTester mvc;
    private final MongoTemplate mongo;
    private final StoreReplica stores;
    private final PersonalDataSealer sealer;
    private final StoreDesk desk;

    StockIT(
            @Autowired MockMvcTester mvc,
            @Autowired MongoTemplate mongo,
            @Autowired StoreReplica stores,
            @Autowired PersonalDataSealer sealer) {
        this.mvc = mvc;
        this.mongo = mongo;
        this.stores = stores;
        this.sealer = sealer;
        this.desk = new StoreDesk("stock", mvc, stores);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void leadsAVehicleFromReceiptToSale() {
        var received = receive("KC-1", "Yunhai X5", 13_200_000);
        String vehicle = "/api/vehicles/" + read(received, "$.id");
        assertThat(received)
                .hasStatus(201)
                .headers()
                .hasValue("Location", vehicle)
                .hasValue("ETag", "\"1\"");
        assertThat(read(received, "$.vin")).isEqualTo("****0017");
        assertThat(body(received)).doesNotContain(VIN, "sealed.v1");
        refused(receive("KC-1", "Yunhai X5", 13_200_000), 409, "vehicle-already-stocked");

        assertThat(desk.post(vehicle + "/allocation", "{\"orderRef\":\"SO-1\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("ALLOCATED");
        refused(desk.post(vehicle + "/allocation", "{\"orderRef\":\"SO-2\"}"), 409, "vehicle-allocated");
        refused(desk.post(vehicle + "/transfer", "{\"toStoreId\":\"nowhere\"}"), 422, "transfer-to-unknown-store");
        refused(
                desk.post(vehicle + "/transfer", "{\"toStoreId\":\"" + desk.store + "\"}"),
                422,
                "transfer-to-same-store");
        assertThat(desk.post(vehicle + "/release", "{}")).hasStatusOk();
        refused(desk.post(vehicle + "/release", "{}"), 409, "vehicle-not-allocated");
        refused(change(vehicle + "/sale", "\"1\"", "{\"orderRef\":\"SO-3\"}"), 412, "stale-version");
        assertThat(change(vehicle + "/sale", "\"3\"", "{\"orderRef\":\"SO-3\"}"))
                .hasStatusOk();
        refused(desk.post(vehicle + "/sale", "{\"orderRef\":\"SO-3\"}"), 409, "vehicle-sold");
        refused(desk.post(vehicle + "/allocation", "{\"orderRef\":\"SO-1\"}"), 409, "vehicle-sold");

        var events = desk.events(4);
        assertThat(events)
                .extracting(event -> event.data().getClass().getSimpleName())
                .containsExactly("VehicleStocked", "VehicleAllocated", "VehicleReleased", "VehicleSold");
        assertThat(events.getLast().data()).isInstanceOfSatisfying(VehicleSold.class, sold -> {
            assertThat(sold.orderId()).isEqualTo("SO-3");
            assertThat(sold.cost()).isEqualTo(13_200_000);
            assertThat(sold.agedFrom()).isEqualTo(JANUARY);
        });
    }

    @Test
    void keepsTheVinSealed() {
        receive("KC-1", "Yunhai X5", 1);
        desk.state(new StockReceived(
                "KC-2",
                "Yunhai X5",
                null,
                sealer.seal(Kind.VIN, VIN).orElseThrow().text(),
                1,
                true,
                false,
                JANUARY));
        desk.events(2);

        assertThat(desk.told()).contains("****0017").doesNotContain(VIN, "sealed.v1");
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson()).doesNotContain(VIN));
        }
        assertThat(String.valueOf(mongo.getCollection("vehicles")
                        .find()
                        .filter(new Document("storeId", desk.store))
                        .first()))
                .contains("sealed.v1");
    }

    @Test
    void hearsOfItsStockFromTheStoresSystem() {
        desk.state(stocked("KC-1", JANUARY));
        desk.state(new StockAllocated("KC-1", "SO-1", "XS-1"));
        desk.state(new StockReleased("KC-1"));
        desk.state(new StockSold("KC-1", "SO-2"));
        desk.state(new StockSold("KC-1", "SO-3"));
        desk.state(new StockTransferred("KC-9", "nowhere"));
        desk.state(stocked("KC-2", Instant.parse("9999-12-31T00:00:00Z")));
        desk.state(stocked("KC-3", null));
        desk.state(new StockTransferred("KC-3", "nowhere"));

        assertThat(desk.problems(4))
                .containsExactlyInAnyOrder(
                        "vehicle-sold", "vehicle-not-found", "aged-from-impossible", "transfer-to-unknown-store");
        assertThat(desk.events(5))
                .extracting(event -> event.data().getClass().getSimpleName())
                .containsExactly(
                        "VehicleStocked", "VehicleAllocated", "VehicleReleased", "VehicleSold", "VehicleStocked");
        var listed = desk.get("/api/vehicles?state=SOLD&storeId=" + desk.store);
        assertThat(listAt(listed, "$.items[*].orderRef")).containsExactly("SO-2");
    }

    @Test
    void movesAVehicleToAnotherStoreOnceAsOldAsItIs() {
        try (var there = new StoreDesk("stock-there", mvc, stores)) {
            receive("KC-1", "Yunhai X5", 13_200_000);
            there.state(stocked("KC-1", null));
            there.events(1);
            desk.state(new StockTransferred("KC-1", there.store));
            var left = desk.events(2).getLast();
            assertThat(left.data()).isInstanceOf(VehicleTransferred.class);
            desk.repeat(left);
            receive("KC-2", "Yunhai X5", 1);
            String second = "/api/vehicles/" + AggregateIds.of(desk.store, "vehicle", "KC-2");
            assertThat(desk.post(second + "/transfer", "{\"toStoreId\":\"" + there.store + "\"}"))
                    .hasStatusOk();

            var arrived = there.events(3);
            assertThat(arrived).hasSize(3);
            assertThat(arrived.get(1).data()).isInstanceOfSatisfying(VehicleStocked.class, came -> {
                assertThat(came.vehicle().reference()).isEqualTo(desk.store + "/KC-1");
                assertThat(came.agedFrom()).isEqualTo(JANUARY);
                assertThat(came.cost()).isEqualTo(13_200_000);
                assertThat(came.fromStoreId()).isEqualTo(desk.store);
            });
            assertThat(arrived.get(2).data())
                    .isInstanceOfSatisfying(
                            VehicleStocked.class,
                            came -> assertThat(came.vehicle().reference()).isEqualTo("KC-2"));
            var theirs = there.get("/api/vehicles?vehicleRef=KC-2&storeId=" + there.store);
            assertThat(listAt(theirs, "$.items[*].vin")).containsExactly("****0017");
            refused(desk.post(second + "/sale", "{}"), 409, "vehicle-transferred");
        }
    }

    @Test
    void followsTheOrdersThatNameIt() {
        desk.send("L1", 4, ordered("SO-1", "KC-1"));
        receive("KC-1", "Yunhai X5", 1);
        awaitVehicle("KC-1", "ALLOCATED", "SO-1");
        desk.send("L2", 4, ordered("SO-2", "KC-1"));
        await().atMost(PATIENCE)
                .until(() -> listAt(
                                desk.get("/api/vehicles?clash=true&storeId=" + desk.store),
                                "$.items[*].clashes[*].orderRef")
                        .equals(List.of("SO-2")));
        assertThat(valueAt(board(), "$.models[0].clashing")).isEqualTo(1);
        assertThat(listAt(desk.get("/api/vehicles?clash=false&storeId=" + desk.store), "$.items[*].id"))
                .isEmpty();

        var cancelled = desk.send(
                "L1", 6, new LeadOrderCancelled(dimensions(), "SO-1", Wire.TIME, ordered("SO-1", "KC-1"), null));
        awaitVehicle("KC-1", "ALLOCATED", "SO-2");
        desk.repeat(cancelled);
        desk.send("L2", 6, delivered("SO-2", "KC-1"));
        awaitVehicle("KC-1", "SOLD", "SO-2");
    }

    @Test
    void freesWhatWasAllocatedByHandWhenItsOrderIsCancelled() {
        receive("KC-1", "Yunhai X5", 1);
        receive("KC-2", "Yunhai X5", 1);
        allocate("KC-1", "SO-1");
        allocate("KC-2", "SO-2");
        desk.events(4);
        desk.send("L1", 6, new LeadOrderCancelled(dimensions(), "SO-1", Wire.TIME, ordered("SO-1", null), null));
        desk.send("L2", 6, delivered("SO-2", null));

        awaitVehicle("KC-1", "IN_STOCK", null);
        awaitVehicle("KC-2", "SOLD", "SO-2");
    }

    @Test
    void addsUpTheBoardByModelAndByStore() {
        Instant now = Instant.now();
        post("KC-1", "A", 100, now.minus(Duration.ofDays(100)));
        post("KC-2", "A", 200, now.minus(Duration.ofDays(70)));
        post("KC-3", "B", 400, now.minus(Duration.ofDays(1)));
        post("KC-4", "B", 800, now.minus(Duration.ofDays(1)));
        desk.post("/api/vehicles/" + AggregateIds.of(desk.store, "vehicle", "KC-4") + "/sale", "{}");
        allocate("KC-2", "SO-1");

        var board = board();
        assertThat(objectAt(board, "$.models[0]"))
                .containsEntry("model", "A")
                .containsEntry("onHand", 2)
                .containsEntry("allocated", 1)
                .containsEntry("free", 1)
                .containsEntry("meanAgeDays", 85.0)
                .containsEntry("greatestAgeDays", 100)
                .containsEntry("cost", 300)
                .containsEntry("warned", 1)
                .containsEntry("warnedCost", 200)
                .containsEntry("aged", 1)
                .containsEntry("agedCost", 100);
        assertThat(valueAt(board, "$.total.cost")).isEqualTo(700);
        assertThat(valueAt(board, "$.policy.agedAfterDays")).isEqualTo(90);
        String both = TestTokens.person("r1", List.of(desk.store, "elsewhere"), Role.REGIONAL_MANAGER);
        var several = desk.ask(HttpMethod.GET, both, "/api/stock-board", null, null);
        assertThat(listAt(several, "$.stores[*].storeId")).containsExactly(desk.store);
        var group = desk.ask(HttpMethod.GET, TestTokens.hq(), "/api/stock-board", null, null);
        assertThat(group).hasStatusOk();
        assertThat(desk.get("/api/stock-board?storeId=elsewhere")).hasStatus(404);

        String ofStore = "/api/vehicles?storeId=" + desk.store;
        assertThat(references(ofStore + "&minAgeDays=70")).containsExactly("KC-1", "KC-2");
        assertThat(references(ofStore + "&minAgeDays=71")).containsExactly("KC-1");
        assertThat(references(ofStore + "&model=B&state=IN_STOCK")).containsExactly("KC-3");
        var newest = desk.get(ofStore + "&sort=-age&limit=1");
        assertThat(references(ofStore + "&sort=-age&limit=3&cursor=" + read(newest, "$.next")))
                .endsWith("KC-2", "KC-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cost\":-1|400|invalid",
                "\"vehicleRef\":\" \"|400|invalid",
                "\"agedFrom\":\"9999-12-31T00:00:00Z\"|422|aged-from-impossible",
                "\"agedFrom\":\"1999-12-31T00:00:00Z\"|422|aged-from-impossible",
                "\"time\":\"9999-12-31T00:00:00Z\"|400|invalid",
                "\"storeId\":\"nowhere\"|422|unknown-store",
                "\"doors\":4|400|invalid"
            })
    void answersWrongRequestsWithTheirProblem(String wrong, int status, String slug) {
        String right = "\"storeId\":\"%s\",\"vehicleRef\":\"KC-1\",\"model\":\"A\",\"cost\":1".formatted(desk.store);
        String property = wrong.substring(0, wrong.indexOf(':'));
        String others = String.join(
                ",",
                List.of(right.split(",")).stream()
                        .filter(one -> !one.startsWith(property))
                        .toList());
        refused(
                desk.ask(HttpMethod.POST, TestTokens.hq(), "/api/vehicles", null, "{" + others + "," + wrong + "}"),
                status,
                slug);
    }

    @Test
    void refusesAModelOfTenThousandCharactersAndFiltersThatMakeNoSense() {
        refused(receive("KC-1", "M".repeat(10_000), 1), 400, "invalid");
        refused(desk.get("/api/vehicles?state=STOLEN"), 400, "invalid");
        refused(desk.get("/api/vehicles?minAgeDays=-1"), 400, "invalid");
        refused(desk.get("/api/vehicles?sort=colour"), 400, "invalid");
    }

    @Test
    void keepsStockFromStrangers() {
        String id = read(receive("KC-1", "A", 1), "$.id");
        String consultant = TestTokens.staff("a1", desk.store, Role.SALES_CONSULTANT);
        String neighbour = TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER);

        assertThat(desk.ask(HttpMethod.GET, null, "/api/vehicles/" + id, null, null))
                .hasStatus(401);
        assertThat(desk.ask(HttpMethod.GET, consultant, "/api/vehicles/" + id, null, null))
                .hasStatusOk();
        assertThat(desk.ask(HttpMethod.GET, neighbour, "/api/vehicles/" + id, null, null))
                .hasStatus(404);
        assertThat(desk.ask(HttpMethod.POST, consultant, "/api/vehicles/" + id + "/release", null, "{}"))
                .hasStatus(403);
        assertThat(desk.ask(HttpMethod.POST, neighbour, "/api/vehicles/" + id + "/release", null, "{}"))
                .hasStatus(404);
    }

    private MvcTestResult receive(String reference, String model, long cost) {
        return desk.post("/api/vehicles", """
                        {"storeId":"%s","vehicleRef":"%s","model":"%s","colour":"white","vin":"%s","cost":%d,
                         "agedFrom":"%s"}""".formatted(desk.store, reference, model, VIN, cost, JANUARY));
    }

    private void post(String reference, String model, long cost, Instant agedFrom) {
        assertThat(desk.post("/api/vehicles", """
                        {"storeId":"%s","vehicleRef":"%s","model":"%s","cost":%d,"agedFrom":"%s"}""".formatted(desk.store, reference, model, cost, agedFrom)))
                .hasStatus(201);
    }

    private void allocate(String reference, String orderRef) {
        String vehicle = "/api/vehicles/" + AggregateIds.of(desk.store, "vehicle", reference);
        assertThat(desk.post(vehicle + "/allocation", "{\"orderRef\":\"" + orderRef + "\"}"))
                .hasStatusOk();
    }

    private MvcTestResult change(String path, String ifMatch, String body) {
        return desk.ask(HttpMethod.POST, desk.manager, path, ifMatch, body);
    }

    private MvcTestResult board() {
        return desk.get("/api/stock-board?storeId=" + desk.store);
    }

    private List<Object> references(String path) {
        return listAt(desk.get(path), "$.items[*].vehicleRef");
    }

    private void awaitVehicle(String reference, String state, @Nullable String orderRef) {
        String path = "/api/vehicles/" + AggregateIds.of(desk.store, "vehicle", reference);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Object> vehicle = objectAt(desk.get(path), "$");
            assertThat(vehicle).containsEntry("state", state);
            assertThat(vehicle.get("orderRef")).isEqualTo(orderRef);
        });
    }

    private static StockReceived stocked(String reference, @Nullable Instant agedFrom) {
        return new StockReceived(reference, "Yunhai S3", null, null, 9_000_000, false, false, agedFrom);
    }

    private static LeadOrdered ordered(String orderId, @Nullable String vehicleRef) {
        var terms = new OrderTerms(null, null, null, null, null, null, vehicleRef);
        return new LeadOrdered(dimensions(), orderId, 15_000_000, 0, false, 0, null, null, terms);
    }

    private static LeadDelivered delivered(String orderId, @Nullable String vehicleRef) {
        return new LeadDelivered(dimensions(), orderId, 800_000, 0, true, false, true, 30, vehicleRef);
    }

    private static LeadDimensions dimensions() {
        return new LeadDimensions(Channel.WEB, null, "Yunhai X5", "a1", null, Wire.TIME);
    }
}
