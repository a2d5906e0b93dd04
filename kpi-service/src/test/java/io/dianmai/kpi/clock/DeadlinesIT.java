package io.dianmai.kpi.clock;

import static io.dianmai.kpi.clock.Door.assertProblem;
import static io.dianmai.kpi.clock.Door.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kit.test.TopicReader;
import io.dianmai.kpi.History;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Running clocks over HTTP. The settings are those of the other integration tests, for one context. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class DeadlinesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<StaffMember> STAFF = List.of(
            new StaffMember("A1", "a", List.of(Role.SALES_CONSULTANT), null, null),
            new StaffMember("M1", "m", List.of(Role.SALES_MANAGER), null, null));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @Autowired
    private Clock clock;

    @Autowired
    private ClockBook book;

    private Door door;
    private Instant now;
    private Instant due;

    @BeforeEach
    void open() {
        door = new Door(mvc, producer);
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        due = now.plus(Duration.ofHours(2));
    }

    @Test
    void whatRunsIsListedWithWhatComesNextAndForWhom() throws Exception {
        start("clk-it-1", "clk-task-1");

        JsonNode deadline = body(door.get("/api/deadlines?store=clk-it-1", manager("clk-it-1")))
                .path("items")
                .path(0);
        assertThat(deadline.path("id").asString()).isEqualTo("clk-task-1");
        assertThat(deadline.path("kind").asString()).isEqualTo("FOLLOW_UP");
        assertThat(deadline.path("ownerId").asString()).isEqualTo("A1");
        assertThat(deadline.path("state").asString()).isEqualTo("RUNNING");
        assertThat(deadline.path("dueAt").asString()).isEqualTo(due.toString());
        assertThat(deadline.path("snoozableUntil").asString()).isEqualTo(due.toString());
        JsonNode next = deadline.path("next");
        assertThat(next.path("at").asString())
                .isEqualTo(due.minus(Duration.ofMinutes(30)).toString());
        assertThat(next.path("recipients").toString()).isEqualTo("[\"A1\"]");
        assertThat(next.path("audience").size()).isZero();

        JsonNode rungs = body(door.get("/api/deadlines/clk-task-1", consultant("A1", "clk-it-1")))
                .path("rungs");
        assertThat(rungs.size()).isEqualTo(4);
        assertThat(rungs.path(2).path("recipients").toString()).isEqualTo("[\"M1\"]");
        // Nobody at the store is general manager.
        assertThat(rungs.path(3).path("audience").toString()).isEqualTo("[\"BRAND_DIRECTOR\"]");

        String hq = TestTokens.hq();
        assertThat(listed("store=clk-it-1&kind=FOLLOW_UP&owner=A1&dueBefore=" + due.plusMillis(1), hq))
                .isEqualTo(1);
        assertThat(listed("store=clk-it-1&dueBefore=" + due, hq)).isZero();
        assertThat(listed("store=clk-it-1&kind=LEAD_IDLE", hq)).isZero();
        assertThat(listed("store=clk-it-1&owner=A2", hq)).isZero();
        assertThat(listed("store=clk-it-1&state=CLEARED", hq)).isZero();
    }

    @Test
    void pagesFollowTheDueTime() throws Exception {
        History history = History.of("clk-it-2", "clk-plan-2");
        for (int i = 0; i < 5; i++) {
            history.then(now, History.scheduled("clk-page-" + i, TaskPurpose.CADENCE, due.plusSeconds(i / 2)));
        }
        door.send(history.events());
        awaitClock("clk-page-4");

        JsonNode first = body(door.get("/api/deadlines?store=clk-it-2&limit=3", TestTokens.hq()));
        JsonNode second = body(door.get(
                "/api/deadlines?store=clk-it-2&limit=3&cursor="
                        + first.path("next").asString(),
                TestTokens.hq()));

        assertThat(first.path("items").findValuesAsString("id"))
                .containsExactly("clk-page-0", "clk-page-1", "clk-page-2");
        assertThat(second.path("items").findValuesAsString("id")).containsExactly("clk-page-3", "clk-page-4");
        assertThat(second.has("next")).isFalse();
        assertProblem(door.get("/api/deadlines?limit=0", TestTokens.hq()), HttpStatus.BAD_REQUEST, "invalid");
        assertProblem(door.get("/api/deadlines?cursor=x", TestTokens.hq()), HttpStatus.BAD_REQUEST, "invalid");
        assertProblem(door.get("/api/deadlines?kind=X", TestTokens.hq()), HttpStatus.BAD_REQUEST, "invalid");
    }

    @Test
    void eachSeesTheirOwnAndManagersTheirStores() throws Exception {
        start("clk-it-3", "clk-task-3");
        String elsewhere = TestTokens.staff("M9", "clk-it-9", Role.GENERAL_MANAGER);
        String colleague = consultant("A2", "clk-it-3");
        String body = snooze(due.minusSeconds(600));

        assertThat(door.get("/api/deadlines?store=clk-it-3", elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(listed("", elsewhere)).isZero();
        assertThat(listed("", colleague)).isZero();
        assertThat(listed("owner=A1", colleague)).isZero();
        for (String other : List.of(elsewhere, colleague)) {
            assertThat(door.get("/api/deadlines/clk-task-3", other)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(door.post("/api/deadlines/clk-task-3/snooze", body, other, null))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(door.post("/api/deadlines/clk-task-3/snooze", body, TestTokens.storeSystem("clk-it-3"), null))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(door.get("/api/deadlines/nothing", TestTokens.hq())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/deadlines")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/api/deadlines/clk-task-3")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.post().uri("/api/deadlines/clk-task-3/snooze")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(TopicReader.read(Topics.DEADLINE_EVENTS, "clk-it-3")).isEmpty();
    }

    @Test
    void aSnoozeBecomesOneEventHoweverOftenItIsAskedFor() throws Exception {
        start("clk-it-4", "clk-task-4");
        Instant until = due.minus(Duration.ofMinutes(10));
        String owner = consultant("A1", "clk-it-4");

        JsonNode snoozed = body(door.post("/api/deadlines/clk-task-4/snooze", snooze(until), owner, "k1"));
        body(door.post("/api/deadlines/clk-task-4/snooze", snooze(until), owner, "k1"));
        body(door.post("/api/deadlines/clk-task-4/snooze", snooze(until), manager("clk-it-4"), null));

        assertThat(snoozed.path("snooze").path("until").asString()).isEqualTo(until.toString());
        assertThat(snoozed.path("snooze").path("by").asString()).isEqualTo("A1");
        assertThat(snoozed.path("next").path("at").asString()).isEqualTo(until.toString());
        assertThat(snoozed.path("next").path("state").asString()).isEqualTo("SNOOZED");
        await().atMost(PATIENCE).untilAsserted(() -> {
            var told = TopicReader.read(Topics.DEADLINE_EVENTS, "clk-it-4");
            assertThat(told).hasSize(1);
            var event = EventCodec.fromRecord(
                    told.getFirst().headers(), told.getFirst().value());
            assertThat(event.aggregateId()).isEqualTo("clk-task-4");
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.source()).hasToString("/kpi-service");
            assertThat(event.data())
                    .isEqualTo(
                            new DeadlineSnoozed(DeadlineKind.FOLLOW_UP, "clk-it-4-plan", due, until, "客户午后回电", "A1"));
            assertThat(new String(told.getFirst().value(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"kind\":\"FOLLOW_UP\",\"aggregateId\":\"clk-it-4-plan\",\"dueAt\":\"" + due
                            + "\",\"until\":\"" + until + "\",\"reason\":\"客户午后回电\",\"by\":\"A1\"}");
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(book.find("clk-task-4")
                                .orElseThrow()
                                .latest()
                                .orElseThrow()
                                .snoozes())
                        .hasSize(1));
    }

    @Test
    void eachRefusalOfASnoozeHasItsOwnProblem() throws Exception {
        History history = start("clk-it-5", "clk-task-5");

        refuses(snooze(now.minusSeconds(60)), HttpStatus.UNPROCESSABLE_CONTENT, "snooze-in-the-past");
        refuses(snooze(due.plusMillis(1)), HttpStatus.UNPROCESSABLE_CONTENT, "snooze-past-next-act");
        refuses(snooze(due.plus(Duration.ofDays(4))), HttpStatus.UNPROCESSABLE_CONTENT, "snooze-too-long");
        refuses(snooze(Instant.parse("9999-12-31T23:59:59Z")), HttpStatus.UNPROCESSABLE_CONTENT, "snooze-too-long");
        refuses(snooze(now.plus(Duration.ofMinutes(20))), HttpStatus.CONFLICT, "nothing-to-snooze");
        refuses("{\"reason\": \"x\"}", HttpStatus.BAD_REQUEST, "invalid");
        refuses("{\"minutes\": 5, \"until\": \"" + due + "\", \"reason\": \"x\"}", HttpStatus.BAD_REQUEST, "invalid");
        refuses("{\"minutes\": 0, \"reason\": \"x\"}", HttpStatus.BAD_REQUEST, "invalid");
        refuses("{\"minutes\": 9, \"reason\": \" \"}", HttpStatus.BAD_REQUEST, "invalid");
        refuses("{\"minutes\": 9, \"reason\": \"" + "x".repeat(201) + "\"}", HttpStatus.BAD_REQUEST, "invalid");
        refuses("{\"minutes\": 9, \"reason\": \"x\", \"who\": 1}", HttpStatus.BAD_REQUEST, "invalid");

        door.send(List.of(history.then(now, History.done("clk-task-5", TaskPurpose.CADENCE, due, false))
                .last()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(body(door.get("/api/deadlines/clk-task-5", TestTokens.hq()))
                                .path("state")
                                .asString())
                        .isEqualTo("CLEARED"));
        refuses(snooze(due.minusSeconds(600)), HttpStatus.CONFLICT, "deadline-not-running");
        JsonNode cleared = body(door.get("/api/deadlines/clk-task-5", TestTokens.hq()));
        assertThat(cleared.has("next")).isFalse();
        assertThat(cleared.path("rungs").path(0).path("state").asString()).isEqualTo("DROPPED");
        assertThat(listed("store=clk-it-5", TestTokens.hq())).isZero();
        assertThat(listed("store=clk-it-5&state=CLEARED", TestTokens.hq())).isEqualTo(1);
    }

    private void refuses(String body, HttpStatus status, String slug) throws Exception {
        assertProblem(door.post("/api/deadlines/clk-task-5/snooze", body, manager("clk-it-5"), null), status, slug);
    }

    private History start(String store, String task) throws Exception {
        door.publish(store, now, STAFF);
        History history =
                History.of(store, store + "-plan").then(now, History.scheduled(task, TaskPurpose.CADENCE, due));
        door.send(history.events());
        awaitClock(task);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(body(door.get("/api/deadlines/" + task, TestTokens.hq()))
                                .path("rungs")
                                .path(2)
                                .path("recipients")
                                .size())
                        .isEqualTo(1));
        return history;
    }

    private void awaitClock(String id) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(book.find(id)).isPresent());
    }

    private int listed(String query, String token) throws Exception {
        return body(door.get("/api/deadlines?" + query, token)).path("items").size();
    }

    private static String snooze(Instant until) {
        return "{\"until\": \"" + until + "\", \"reason\": \"客户午后回电\"}";
    }

    private static String manager(String store) {
        return TestTokens.staff("M1", store, Role.SALES_MANAGER);
    }

    private static String consultant(String staffId, String store) {
        return TestTokens.staff(staffId, store, Role.SALES_CONSULTANT);
    }
}
