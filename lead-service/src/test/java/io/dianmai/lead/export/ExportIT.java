package io.dianmai.lead.export;

import static io.dianmai.kit.test.TestTokens.bearer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.table.TableLimits;
import io.dianmai.kit.table.TableReader;
import io.dianmai.kit.table.TableRow;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.lead.StoreDesk;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lists as files. */
@DianmaiTest
class ExportIT {
    private final MockMvcTester mvc;
    private final StoreReplica stores;
    private final String store = "export-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);

    ExportIT(@Autowired MockMvcTester mvc, @Autowired StoreReplica stores) {
        this.mvc = mvc;
        this.stores = stores;
    }

    @Test
    void writesTheListMaskedAndWithoutFormulas() throws Exception {
        register("WEB", "王小明", "=SUM(A1)");
        register("WALK_IN", "李雷", "Yunhai X5");
        byte[] csv = get(manager, "/api/exports/leads.csv?lang=en&storeId=" + store);
        byte[] xlsx = get(manager, "/api/exports/leads.xlsx?storeId=" + store);

        assertThat(new String(csv, UTF_8))
                .startsWith("\uFEFFid,store,reference,registered at")
                .contains("'=SUM(A1)", "138****0017", "王*")
                .doesNotContain("13800000017", "王小明");
        List<TableRow> rows = rows(xlsx);
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().cell(8).text()).isEqualTo("客户姓名");
        assertThat(rows).extracting(row -> row.cell(10).text()).contains("=SUM(A1)", "Yunhai X5");
    }

    @Test
    void filtersAndScopesAsTheListDoes() throws Exception {
        register("WEB", "王小明", "X5");
        String elsewhere = TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER);

        assertThat(rows(get(manager, "/api/exports/leads.csv?stage=ORDERED&storeId=" + store)))
                .hasSize(1);
        assertThat(rows(get(manager, "/api/exports/leads.csv?stage=REGISTERED")))
                .hasSize(2);
        assertThat(rows(get(elsewhere, "/api/exports/leads.csv?storeId=" + store)))
                .hasSize(1);
        assertThat(exchange(manager, "/api/exports/leads.csv?stage=SOMEWHERE")).hasStatus(400);
        assertThat(exchange(manager, "/api/exports/leads.pdf")).hasStatus(404);
        assertThat(exchange(TestTokens.staff("t1", store, Role.TECHNICIAN), "/api/exports/leads.csv"))
                .hasStatus(403);
    }

    @Test
    void writesTheVisitLog() throws Exception {
        mvc.post()
                .uri("/api/visits")
                .header("Authorization", bearer(manager))
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"storeId\":\"%s\",\"kind\":\"WALK_IN\",\"partySize\":2,\"retained\":false}".formatted(store))
                .exchange();

        List<TableRow> rows = rows(get(manager, "/api/exports/visits.xlsx?storeId=" + store));
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().cell(4).text()).isEqualTo("2");
    }

    @Test
    void filtersLeadsByAllThatTheListFiltersBy() throws Exception {
        register("WEB", "王小明", "X5");
        register("WALK_IN", "李雷", "S7");

        assertThat(rows(get(manager, "/api/exports/leads.csv?channel=WEB"))).hasSize(2);
        assertThat(rows(get(manager, "/api/exports/leads.csv?model=S7&contacted=false")))
                .hasSize(2);
        assertThat(rows(get(manager, "/api/exports/leads.csv?quoted=true"))).hasSize(1);
        assertThat(rows(get(manager, "/api/exports/leads.csv?to=2020-01-01T00:00:00Z")))
                .hasSize(1);
        assertThat(exchange(manager, "/api/exports/leads.csv?from=yesterday")).hasStatus(400);
    }

    @Test
    void writesVehiclesAndActivities() throws Exception {
        try (var desk = new StoreDesk("export", mvc, stores)) {
            writesVehiclesAndActivitiesOf(desk);
        }
    }

    private void writesVehiclesAndActivitiesOf(StoreDesk desk) throws Exception {
        post(desk, "/api/vehicles", """
            {"storeId":"%s","vehicleRef":"KC-1","model":"Yunhai X5","vin":"LSVAA4187N2000017","cost":13200000}\
            """);
        post(desk, "/api/activities", """
            {"storeId":"%s","activityId":"show","plan":{"name":"春季车展","mainFrom":"2026-04-11",
             "mainTo":"2026-04-13","budget":8000000,"targetLeads":120,"targetOrders":15}}\
            """);

        String vehicles = new String(get(desk.manager, "/api/exports/vehicles.csv?lang=en&state=IN_STOCK"), UTF_8);
        assertThat(vehicles).contains("KC-1", "132000", "0017").doesNotContain("LSVAA4187N2000017");
        assertThat(rows(get(desk.manager, "/api/exports/vehicles.xlsx?minAgeDays=30")))
                .hasSize(1);
        List<TableRow> activities = rows(get(desk.manager, "/api/exports/activities.xlsx?activityId=show"));
        assertThat(activities).hasSize(2);
        assertThat(activities.getLast().cell(3).text()).isEqualTo("春季车展");
        assertThat(activities.getLast().cell(8).text()).isEqualTo("80000");
        assertThat(rows(get(desk.manager, "/api/exports/activities.csv?phase=MAIN")))
                .hasSize(1);
    }

    private void post(StoreDesk desk, String path, String body) {
        assertThat(mvc.post()
                        .uri(path)
                        .header("Authorization", bearer(desk.manager))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(desk.store))
                        .exchange())
                .hasStatus(201);
    }

    private void register(String channel, String name, String model) throws Exception {
        MvcTestResult registered = mvc.post()
                .uri("/api/leads")
                .header("Authorization", bearer(manager))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                    {"storeId":"%s","channel":"%s","customerName":"%s","phone":"%s","model":"%s"}\
                    """.formatted(store, channel, name, "李雷".equals(name) ? "13900000018" : "13800000017", model))
                .exchange();
        assertThat(JsonPath.<String>read(registered.getResponse().getContentAsString(UTF_8), "$.id"))
                .isNotEmpty();
    }

    private byte[] get(String token, String path) {
        MvcTestResult answer = exchange(token, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult exchange(String token, String path) {
        return mvc.get().uri(path).header("Authorization", bearer(token)).exchange();
    }

    private static List<TableRow> rows(byte[] file) throws Exception {
        List<TableRow> rows = new ArrayList<>();
        TableReader.read(new ByteArrayInputStream(file), TableLimits.USUAL, rows::add);
        return rows;
    }
}
