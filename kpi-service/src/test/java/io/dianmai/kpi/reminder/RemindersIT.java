package io.dianmai.kpi.reminder;

import static io.dianmai.kpi.clock.Door.assertProblem;
import static io.dianmai.kpi.clock.Door.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.deadline.DeadlineAcknowledged;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kit.test.TopicReader;
import io.dianmai.kpi.History;
import io.dianmai.kpi.clock.Door;
import java.time.Duration;
import java.time.Instant;
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

/** Reminders and digests over HTTP. The settings are those of the other integration tests, for one context. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class RemindersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant FIRED = Instant.parse("2026-03-10T04:00:00Z");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    private Door door;

    @BeforeEach
    void open() {
        door = new Door(mvc, producer);
    }

    @Test
    void whoHeardOfAReminderSeesItAndTakesNote() throws Exception {
        Envelope<EventData> event = fire("rem-it-1", "rem-task-1");
        String recipient = TestTokens.staff("C1", "rem-it-1", Role.WARRANTY_CLERK);
        String other = TestTokens.staff("C2", "rem-it-1", Role.WARRANTY_CLERK);

        JsonNode shown = only("rem-it-1", recipient);
        assertThat(shown.path("id").asString()).isEqualTo("rem-task-1:1");
        assertThat(shown.path("recipients").toString()).isEqualTo("[\"A1\",\"C1\"]");
        assertThat(shown.path("digestId").asString()).isEqualTo("digest-rem-it-1");
        assertThat(shown.has("acknowledgedBy")).isFalse();
        assertThat(shown.has("eventId")).isFalse();
        assertThat(listed("rem-it-1", other)).isZero();
        assertThat(listed("rem-it-1", TestTokens.staff("A1", "rem-it-1", Role.SALES_CONSULTANT)))
                .isEqualTo(1);

        String path = "/api/reminders/rem-task-1:1/acknowledge";
        JsonNode noted = body(door.post(path, null, recipient, null));
        body(door.post(path, null, recipient, "again"));
        body(door.post(path, null, TestTokens.staff("M1", "rem-it-1", Role.SALES_MANAGER), null));

        assertThat(noted.path("acknowledgedBy").asString()).isEqualTo("C1");
        assertThat(noted.path("acknowledgedAt").isString()).isTrue();
        assertThat(only("rem-it-1", recipient).path("acknowledgedBy").asString())
                .isEqualTo("C1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TopicReader.read(Topics.DEADLINE_EVENTS, "rem-it-1"))
                        .singleElement()
                        .satisfies(record -> {
                            var told = EventCodec.fromRecord(record.headers(), record.value());
                            assertThat(told.aggregateId()).isEqualTo("rem-task-1");
                            assertThat(told.data())
                                    .isEqualTo(
                                            new DeadlineAcknowledged(DeadlineKind.FOLLOW_UP, "plan", event.id(), "C1"));
                        }));
    }

    @Test
    void aReminderOfAnotherStoreIsNotThere() throws Exception {
        fire("rem-it-2", "rem-task-2");
        String path = "/api/reminders/rem-task-2:1/acknowledge";

        for (String token : List.of(
                TestTokens.staff("M9", "rem-it-9", Role.GENERAL_MANAGER),
                TestTokens.staff("A1", "rem-it-9", Role.SALES_CONSULTANT),
                TestTokens.staff("C2", "rem-it-2", Role.WARRANTY_CLERK))) {
            assertProblem(door.post(path, null, token, null), HttpStatus.NOT_FOUND, "not-found");
        }
        assertProblem(
                door.post("/api/reminders/nothing:1/acknowledge", null, TestTokens.hq(), null),
                HttpStatus.NOT_FOUND,
                "not-found");
        assertProblem(
                door.post(path, null, TestTokens.storeSystem("rem-it-2"), null), HttpStatus.FORBIDDEN, "forbidden");
        assertThat(mvc.post().uri(path)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(TopicReader.read(Topics.DEADLINE_EVENTS, "rem-it-2")).isEmpty();
    }

    @Test
    void digestsAreListedForThoseWhoHeardOfThem() throws Exception {
        for (int i = 0; i < 3; i++) {
            door.send(History.of("rem-it-3", "digest-3-" + i)
                    .then(
                            FIRED.plusSeconds(i),
                            new ReminderDigest(
                                    List.of(new ReminderDigest.KindCount(DeadlineKind.FOLLOW_UP, 31)),
                                    List.of(Role.SALES_MANAGER),
                                    List.of("C1"),
                                    FIRED,
                                    FIRED,
                                    3))
                    .events());
        }
        String recipient = TestTokens.staff("C1", "rem-it-3", Role.WARRANTY_CLERK);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(digests("store=rem-it-3", recipient).size()).isEqualTo(3));

        JsonNode first = body(door.get("/api/reminders/digests?store=rem-it-3&limit=2", recipient));
        JsonNode second = body(door.get(
                "/api/reminders/digests?store=rem-it-3&limit=2&cursor="
                        + first.path("next").asString(),
                recipient));

        assertThat(first.path("items").findValuesAsString("id")).containsExactly("digest-3-2", "digest-3-1");
        assertThat(first.path("items")
                        .path(0)
                        .path("rungs")
                        .path(0)
                        .path("count")
                        .asInt())
                .isEqualTo(31);
        assertThat(second.path("items").findValuesAsString("id")).containsExactly("digest-3-0");
        assertThat(second.has("next")).isFalse();
        assertThat(digests("", TestTokens.staff("C2", "rem-it-3", Role.WARRANTY_CLERK))
                        .size())
                .isZero();
        assertThat(digests("", TestTokens.staff("M1", "rem-it-3", Role.SALES_MANAGER))
                        .size())
                .isEqualTo(3);
        assertThat(door.get(
                        "/api/reminders/digests?store=rem-it-3",
                        TestTokens.staff("M9", "rem-it-9", Role.SALES_MANAGER)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/reminders/digests")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertProblem(
                door.get("/api/reminders/digests?cursor=nowhere", recipient), HttpStatus.BAD_REQUEST, "unknown-cursor");
    }

    private Envelope<EventData> fire(String store, String deadline) throws Exception {
        var fired = new ReminderFired(
                DeadlineKind.FOLLOW_UP,
                "plan",
                0,
                0,
                List.of(Role.WARRANTY_CLERK),
                List.of("A1", "C1"),
                "A1",
                RungAction.NOTIFY,
                FIRED,
                FIRED,
                FIRED,
                false,
                "digest-" + store);
        History history = History.of(store, deadline).then(FIRED, fired);
        door.send(history.events());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed(store, TestTokens.hq())).isEqualTo(1));
        return history.last();
    }

    private JsonNode only(String store, String token) throws Exception {
        JsonNode reminders =
                body(door.get("/api/reminders?store=" + store, token)).path("reminders");
        assertThat(reminders.size()).isEqualTo(1);
        return reminders.path(0);
    }

    private int listed(String store, String token) throws Exception {
        return body(door.get("/api/reminders?store=" + store, token))
                .path("reminders")
                .size();
    }

    private JsonNode digests(String query, String token) throws Exception {
        return body(door.get("/api/reminders/digests?" + query, token)).path("items");
    }
}
