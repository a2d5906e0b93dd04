package io.dianmai.gateway.registry;

import static io.dianmai.gateway.Answers.assertPointer;
import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayTest
class RegistryImportIT {
    private static final String STORES = "storeId,name,regionId,regionName,brandId,brandName,tier\n";
    private static final String STAFF = "门店编号,员工编号,姓名,岗位,战区编号,入职日期,离职日期\n";

    @LocalServerPort
    private int port;

    private Caller hq;

    @BeforeEach
    void signIn() {
        hq = Caller.anonymous(port).hq();
    }

    @Test
    void bringsStoresTeamsAndPeopleAndKeepsTheGoodRows() {
        String stores = STORES
                + "imp-1,城北店,imp-n,北区,imp-b,品牌,MID\nimp-2,城南店,imp-n,北区,imp-b,品牌,高端\nimp 3,x,imp-n,北区,imp-b,品牌,MID\n";
        JsonNode tried = Caller.json(send("stores?dry-run=true", stores));
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(tried.path("created").asInt()).isEqualTo(2);
        assertProblem(hq.get("/api/registry/stores/imp-1"), 404, "not-found");

        JsonNode made = Caller.json(send("stores", stores));
        assertThat(made.path("created").asInt()).isEqualTo(2);
        assertThat(made.path("refused").asInt()).isEqualTo(1);
        assertThat(made.path("verdicts").path(2).path("line").asInt()).isEqualTo(4);
        assertThat(made.path("verdicts")
                        .path(2)
                        .path("reasons")
                        .path(0)
                        .path("column")
                        .asString())
                .isEqualTo("storeId");
        send("teams", "门店编号,战区编号,战区名称\nimp-1,t1,一组\n");

        JsonNode staff = Caller.json(send(
                "staff",
                STAFF + "imp-1,imp-p1,张三,销售顾问,t1,2026-03-01,\nimp-1,imp-p2,李四,技师,t9,,\nimp-2,imp-p1,张三,技师,,,\n"));
        assertThat(staff.path("created").asInt()).as(staff.toString()).isEqualTo(1);
        assertThat(staff.path("refused").asInt()).isEqualTo(2);
        var store = hq.get("/api/registry/stores/imp-1");
        assertThat(store.body()).contains("\"startedOn\":\"2026-03-01\"", "一组").doesNotContain("李四");
        assertThat(store.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(Caller.json(send("stores", stores)).path("unchanged").asInt())
                .isEqualTo(2);
    }

    @Test
    void givesTheRefusedRowsBackToBePutRight() {
        var answer = send("staff?errors=csv", STAFF + "nowhere,imp-p9,张三,技师,,,\n");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("staff-errors.csv"));
        assertThat(answer.body()).contains("原因", "nowhere,imp-p9,张三,技师", "门店编号: No such store is registered.");
        assertThat(send("staff?errors=csv", answer.body().substring(1)).body()).contains("nowhere");
        assertPointer(send("staff?errors=pdf", STAFF), "errors");
    }

    @Test
    void refusesFilesThatAreNone() {
        assertProblem(send("staff", "别的\n"), 422, "registry-file-header");
        assertProblem(send("people", STAFF), 404, "not-found");
        assertProblem(send("staff", "PK\u0003\u0004nothing"), 422, "table-broken");
        assertProblem(Caller.anonymous(port).get("/api/registry/imports/staff/template.csv"), 401, "unauthenticated");
    }

    @Test
    void givesFilesToFillIn() {
        assertThat(hq.get("/api/registry/imports/staff/template.csv").body())
                .isEqualTo("\uFEFF" + STAFF.replace("\n", "\r\n"));
        assertThat(hq.get("/api/registry/imports/stores/template.csv?lang=en").body())
                .contains("regionName");
        assertThat(hq.get("/api/registry/imports/teams/template.xlsx").body()).startsWith("PK");
        assertPointer(hq.get("/api/registry/imports/teams/template.pdf"), "format");
    }

    private HttpResponse<String> send(String what, String csv) {
        return hq.send(
                "POST", "/api/registry/imports/" + what, BodyPublishers.ofString(csv), "Content-Type", "text/csv");
    }
}
