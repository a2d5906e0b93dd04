package io.dianmai.kpi.whatif;

import static io.dianmai.kpi.clock.Door.assertProblem;
import static io.dianmai.kpi.clock.Door.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kpi.History;
import io.dianmai.kpi.clock.Door;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Another ladder over HTTP. The settings are those of the other integration tests, for one context. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class WhatIfIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String URI = "/api/ladders/what-if";
    private static final String LADDER = """
            {"days": %s, "kind": "FOLLOW_UP", "scope": "store:what-it-1", "rungs": %s}""";
    private static final String RUNGS = """
            [{"offset": "PT-10M", "owner": true, "fallback": ["SALES_MANAGER"]},
             {"offset": "PT-5M", "audience": ["SALES_MANAGER"]}]""";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @Autowired
    private Clock clock;

    private Door door;

    @BeforeEach
    void open() {
        door = new Door(mvc, producer);
    }

    /** By hand: due in 8 minutes, the ladder that ships reminded 22 minutes ago, the other one 2 minutes ago. */
    @Test
    void countsWhatAnotherLadderWouldHaveFired() throws Exception {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        door.publish(
                "what-it-1",
                now,
                List.of(
                        new StaffMember("A1", "a", List.of(Role.SALES_CONSULTANT), null, null),
                        new StaffMember("M1", "m", List.of(Role.SALES_MANAGER), null, null)));
        Instant due = now.plus(Duration.ofMinutes(8));
        for (int i = 0; i < 3; i++) {
            History history = History.of("what-it-1", "what-plan-" + i)
                    .then(
                            now.minus(Duration.ofHours(1)),
                            History.scheduled("what-task-" + i, TaskPurpose.CADENCE, due));
            door.send(history.events());
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode answer = body(ask(LADDER.formatted(30, RUNGS), TestTokens.hq()));
            assertThat(answer.path("runs").asInt()).isEqualTo(3);
            assertThat(answer.path("applied").asInt()).isEqualTo(3);
            assertThat(answer.path("heardTo").isString()).isTrue();
            assertThat(answer.path("reminders").path("present").asInt()).isEqualTo(3);
            assertThat(answer.path("reminders").path("other").asInt()).isEqualTo(3);
            assertThat(answer.path("rungs").path(0).toString())
                    .isEqualTo("{\"of\":-30,\"present\":3,\"other\":0,\"difference\":-3}");
            assertThat(answer.path("rungs").path(1).toString())
                    .isEqualTo("{\"of\":-10,\"present\":0,\"other\":3,\"difference\":3}");
            assertThat(answer.path("people").path(0).path("of").asString()).isEqualTo("A1");
            assertThat(answer.path("stores").path(0).path("of").asString()).isEqualTo("what-it-1");
        });

        for (String days : List.of("0", "401", "10000", "-1", "null", "\"x\"")) {
            assertThat(ask(LADDER.formatted(days, RUNGS), TestTokens.hq()))
                    .as(days)
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
        refuses(30, "[]", "ladder-without-rungs");
        refuses(30, "[{\"offset\": \"PT0S\"}]", "rung-for-nobody");
        refuses(30, "[{\"offset\": \"P3650000D\", \"audience\": [\"SALES_MANAGER\"]}]", "offset-too-far");
        refuses(30, "[{\"offset\": \"PT0S\", \"audience\": [\"EMPEROR\"]}]", "unknown-role");
        assertThat(ask(LADDER.formatted(30, RUNGS).replace("what-it-1", "nowhere"), TestTokens.hq()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(ask(LADDER.formatted(30, RUNGS).replace("{\"days\"", "{\"x\": 1, \"days\""), TestTokens.hq()))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void isForHeadquartersOnly() throws Exception {
        for (Role role : List.of(Role.GENERAL_MANAGER, Role.SALES_CONSULTANT, Role.REGIONAL_MANAGER)) {
            assertProblem(
                    ask(LADDER.formatted(30, RUNGS), TestTokens.staff("X", "what-it-1", role)),
                    HttpStatus.FORBIDDEN,
                    "forbidden");
        }
        assertThat(mvc.post().uri(URI)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private void refuses(int days, String rungs, String slug) throws Exception {
        assertProblem(ask(LADDER.formatted(days, rungs), TestTokens.hq()), HttpStatus.BAD_REQUEST, slug);
    }

    private MvcTestResult ask(String body, String token) {
        return door.post(URI, body, token, null);
    }
}
