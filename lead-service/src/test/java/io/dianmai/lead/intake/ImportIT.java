package io.dianmai.lead.intake;

import static io.dianmai.kit.test.TestTokens.bearer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files as people send them, until their rows are on file. */
@DianmaiTest
class ImportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADERS = "线索编号,登记时间,渠道,客户姓名,电话,意向车型,销售顾问\n";

    private final MockMvcTester mvc;
    private final MongoTemplate mongo;
    private final ImportJobs jobs;
    private final String store = "imports-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);

    ImportIT(@Autowired MockMvcTester mvc, @Autowired MongoTemplate mongo, @Autowired ImportJobs jobs) {
        this.mvc = mvc;
        this.mongo = mongo;
        this.jobs = jobs;
    }

    @Test
    void takesAListInAndTellsTheVerdictOfEveryRow() {
        String file = HEADERS + """
                XS-1,2026-03-01 10:30,来店,王小明,138 0000 0017,Yunhai X5,a1
                XS-2,2026/3/2,线上,李雷,1380000OO18,Yunhai X5,a1
                XS-3,2026年3月3日,来电,韩梅,13800000019,Yunhai X5,a1
                XS-1,2026-03-04,来店,重复,13800000020,Yunhai X5,a1
                """;
        String id = run("leads", file.getBytes(Charset.forName("GBK")));

        assertThat(counts(id)).containsExactly(4, 2, 0, 0, 2);
        assertThat(JsonPath.<List<String>>read(verdicts(id), "$.items[*].state"))
                .containsExactly("CREATED", "BAD", "CREATED", "BAD");
        assertThat(JsonPath.<List<String>>read(verdicts(id), "$.items[*].flaws[*].code"))
                .containsExactly("phone-invalid", "duplicate-reference");
        assertThat(JsonPath.<List<String>>read(leads(), "$.items[*].registeredAt"))
                .containsExactly("2026-03-02T16:00:00Z", "2026-03-01T02:30:00Z");
        assertThat(leads()).doesNotContain("13800000017");
    }

    @Test
    void aRowAlreadyOnFileIsTheSameLead() {
        String file = HEADERS + "XS-1,2026-03-01 10:30,来店,王小明,13800000017,Yunhai X5,a1\n";
        run("leads", utf8(file));
        String again = run("leads", utf8(file));
        String further = run("leads", utf8("""
                        编号,登记时间,渠道,意向车型,订单时间,成交价(元),交车时间
                        XS-1,2026-03-01 10:30,来店,Yunhai X5,2026-03-05,12.88万,2026-03-20
                        """));

        assertThat(counts(again)).containsExactly(1, 0, 0, 1, 0);
        assertThat(counts(further)).containsExactly(1, 0, 1, 0, 0);
        assertThat(JsonPath.<List<String>>read(leads(), "$.items[*].stage")).containsExactly("DELIVERED");
    }

    @Test
    void historyComesWithTheLead() {
        String id = run("leads", utf8("""
                        reference,registered at,channel,model,visited at,test drive at,ordered at,price,delivered at
                        XS-1,2025-03-01,WALK_IN,X5,2025-03-01,2025-03-02 15:00,2025-03-05,"128,800.00",2025-03-20
                        XS-2,2025-03-01,WALK_IN,X5,,,,,2025-03-20
                        """));

        assertThat(counts(id)).containsExactly(2, 1, 0, 0, 1);
        assertThat(verdicts(id)).contains("delivery-without-order");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(JsonPath.<List<Integer>>read(leads(), "$.items[*].visits"))
                        .containsExactly(1));
        assertThat(JsonPath.<List<Integer>>read(leads(), "$.items[*].testDrives"))
                .containsExactly(1);
    }

    @Test
    void aPreviewTakesNothingIn() {
        MvcTestResult preview = send("leads", "preview", utf8(HEADERS + "X,2999-01-01,来店,,13800000017,,\n"));

        assertThat(preview).hasStatusOk();
        assertThat(JsonPath.<Integer>read(body(preview), "$.bad")).isEqualTo(1);
        assertThat(JsonPath.<String>read(body(preview), "$.verdicts[0].flaws[0].code"))
                .isEqualTo("date-in-future");
        assertThat(JsonPath.<List<String>>read(leads(), "$.items[*].id")).isEmpty();
    }

    @Test
    void refusesFilesThatAreNone() {
        assertProblem(send("leads", "run", utf8("")), "import-empty");
        assertProblem(send("leads", "run", utf8(HEADERS)), "import-empty");
        assertProblem(send("leads", "run", utf8("apples,pears\n1,2\n")), "import-headers");
        assertProblem(send("leads", "run", utf8("电话,意向车型\n1,2\n")), "import-headers");
        assertThat(send("nothing", "run", utf8(HEADERS))).hasStatus(400);
        assertThat(send("leads", "sideways", utf8(HEADERS))).hasStatus(400);
    }

    @Test
    void isForThoseWhoMayImportAtTheirStoresOnly() {
        byte[] file = utf8(HEADERS + "XS-1,2026-03-01,来店,王小明,13800000017,X5,a1\n");
        String id = run("leads", file);
        String consultant = TestTokens.staff("a1", store, Role.SALES_CONSULTANT);
        String elsewhere = TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER);

        assertThat(send(consultant, "leads", "run", file)).hasStatus(403);
        assertThat(send(elsewhere, "leads", "run", file)).hasStatus(404);
        assertThat(get(consultant, "/api/imports/" + id)).hasStatus(403);
        assertThat(get(elsewhere, "/api/imports/" + id + "/errors.csv")).hasStatus(404);
    }

    @Test
    void givesTheBadRowsBackAndKeepsNoPhoneInClear() {
        String id = run("leads", utf8("渠道,客户姓名,电话\n来店,王小明,13800000017\n来店,=cmd(),13900000018\n来店,李雷,+86 1x\n"));
        String errors = body(get(manager, "/api/imports/" + id + "/errors.csv"));

        assertThat(errors)
                .startsWith("\uFEFF渠道,客户姓名,电话,错误原因")
                .contains("'=cmd(),13900000018", "'+86 1x")
                .doesNotContain("王小明");
        assertThat(get(manager, "/api/imports/" + id + "/errors.xlsx")
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        for (String collection : List.of("imports", "importChunks", "leads", "customerCards")) {
            assertThat(mongo.findAll(Document.class, collection).toString())
                    .doesNotContain("13800000017", "13900000018", "王小明", "李雷");
        }
    }

    @Test
    void goesOnWhereACrashHasStopped() {
        String rows = IntStream.range(0, 1_200)
                .mapToObj(n -> "XS-%d,2026-03-01,来店,客户%d,138%08d,X5,a1%n".formatted(n, n, n))
                .collect(Collectors.joining());
        String id = run("leads", utf8(HEADERS + rows));
        // As a crash would have left it: two more chunks are settled, and the import does not know yet.
        mongo.getCollection("imports")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("state", "RUNNING")
                                        .append("nextChunk", 1)
                                        .append(
                                                "counts",
                                                new Document("created", 500)
                                                        .append("joined", 0)
                                                        .append("known", 0)
                                                        .append("bad", 0))));

        assertThat(counts(id)).containsExactly(1200, 1200, 0, 0, 0);
        assertThat(mongo.getCollection("leads").countDocuments(new Document("storeId", store)))
                .isEqualTo(1200);
    }

    @Test
    void takesFormsAndRepeats() {
        String key = UUID.randomUUID().toString();
        byte[] file = utf8(HEADERS + ",2026-03-01,来店,王小明,13800000017,X5,a1\n");

        assertThat(sendForm(key, file)).hasStatus(202);
        String id = JsonPath.read(body(sendForm(key, file)), "$.id");
        assertThat(counts(id)).containsExactly(1, 1, 0, 0, 0);
        assertThat(JsonPath.<List<String>>read(leads(), "$.items[*].id")).hasSize(1);
    }

    @Test
    void itsOwnTemplatesAreUnderstood() {
        for (String template :
                List.of("leads.csv", "leads.xlsx", "visits.csv?lang=en", "activities-costs.xlsx?lang=en")) {
            byte[] file = get(manager, "/api/imports/templates/" + template)
                    .getResponse()
                    .getContentAsByteArray();
            String kind = template.substring(0, template.indexOf('.'));
            if (!kind.startsWith("activities")) {
                assertProblem(send(kind, "preview", file), "import-empty");
            }
        }
        assertThat(get(manager, "/api/imports/templates/leads.pdf")).hasStatus(404);
    }

    @Test
    void logsVisits() {
        String id =
                run("visits", utf8("来访编号,来访时间,来访方式,人数,是否留档\nLF-1,2026-03-01 10:00,来店,2,是\nLF-2,2026-03-01,邮寄,x,也许\n"));

        assertThat(counts(id)).containsExactly(2, 1, 0, 0, 1);
        assertThat(JsonPath.<List<String>>read(verdicts(id), "$.items[1].flaws[*].code"))
                .containsExactly("word-unknown", "number-invalid", "yes-or-no");
        assertThat(body(get(manager, "/api/visits?storeId=" + store))).contains("\"partySize\":2");
    }

    @Test
    void takesVehiclesIntoStock() {
        String id = run("vehicles", utf8("车辆编号,车型,成本\nKC-1,X5,100000\nKC-2,X5,many\n"));

        assertThat(counts(id)).containsExactly(2, 1, 0, 0, 1);
        assertThat(body(get(manager, "/api/vehicles?storeId=" + store)))
                .contains("\"KC-1\"")
                .doesNotContain("KC-2");
    }

    private String run(String kind, byte[] file) {
        MvcTestResult sent = send(kind, "run", file);
        assertThat(sent).hasStatus(202);
        String id = JsonPath.read(body(sent), "$.id");
        counts(id);
        return id;
    }

    /** Once it is done: rows, created, joined, known, bad. */
    private List<Integer> counts(String id) {
        await().atMost(PATIENCE).until(() -> jobs.find(id).orElseThrow().state() == ImportJob.State.DONE);
        String view = body(get(manager, "/api/imports/" + id));
        return List.of(
                JsonPath.read(view, "$.rows"),
                JsonPath.read(view, "$.created"),
                JsonPath.read(view, "$.joined"),
                JsonPath.read(view, "$.known"),
                JsonPath.read(view, "$.bad"));
    }

    private String verdicts(String id) {
        return body(get(manager, "/api/imports/" + id + "/verdicts"));
    }

    private String leads() {
        return body(get(manager, "/api/leads?storeId=" + store));
    }

    private MvcTestResult send(String kind, String mode, byte[] file) {
        return send(manager, kind, mode, file);
    }

    private MvcTestResult send(String token, String kind, String mode, byte[] file) {
        return mvc.post()
                .uri("/api/imports?kind=" + kind + "&storeId=" + store + "&mode=" + mode)
                .header("Authorization", bearer(token))
                .contentType("text/csv")
                .content(file)
                .exchange();
    }

    private MvcTestResult sendForm(String key, byte[] file) {
        return mvc.post()
                .uri("/api/imports?kind=leads&storeId=" + store + "&mode=run")
                .multipart()
                .file(new MockMultipartFile("file", "leads.csv", "text/csv", file))
                .header("Authorization", bearer(manager))
                .header("Idempotency-Key", key)
                .exchange();
    }

    private MvcTestResult get(String token, String path) {
        return mvc.get().uri(path).header("Authorization", bearer(token)).exchange();
    }

    private static void assertProblem(MvcTestResult answer, String slug) {
        assertThat(answer).hasStatus(422);
        assertThat(JsonPath.<String>read(body(answer), "$.type")).endsWith("/" + slug);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
