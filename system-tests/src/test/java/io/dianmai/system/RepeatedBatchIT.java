package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.ContactMade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent again counts once, whether the gateway still remembers it or not. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedBatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NEGLECT = Duration.ofHours(3);

    private final RunningPlatform platform;

    RepeatedBatchIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void theSameBatchSentThreeTimesCountsOnce() {
        TestGroup group = TestGroup.register(platform, "repeated", 1);
        TestStore store = group.store();
        List<Fact> facts = Stories.of(store.storeId(), Instant.now(), 1, NEGLECT).stream()
                .flatMap(List::stream)
                .filter(fact -> !(fact.data() instanceof ContactMade))
                .toList();
        String batch = Json.write(facts.stream().map(Fact::cloudEvent).toList());

        assertThat(accepted(store, batch)).containsExactly(facts.size(), 0);
        assertThat(accepted(store, batch)).containsExactly(facts.size(), facts.size());
        platform.process("gateway").kill();
        platform.up();
        assertThat(accepted(store, batch))
                .as("forgotten by the gateway, known to the services")
                .containsExactly(facts.size(), 0);

        var expected = Expected.of(facts).counters();
        Waiting.until(
                "the batch is counted",
                PATIENCE,
                () -> assertThat(Counters.of(group, group.today())).isEqualTo(expected));
        Waiting.throughout(
                "it is not counted again",
                Duration.ofSeconds(4),
                () -> assertThat(Counters.of(group, group.today())).isEqualTo(expected));
        assertThat(group.rejected()).isEmpty();
    }

    /** How many of the batch were accepted, and how many of them as repeated. */
    private List<Integer> accepted(TestStore store, String batch) {
        var verdicts = Json.list(platform.door()
                .post("/api/store-events", store.token(), Door.BATCH, batch)
                .expectSuccess()
                .path("verdicts"));
        long accepted = verdicts.stream()
                .filter(verdict -> verdict.path("status").asString().equals("accepted"))
                .count();
        long repeated = verdicts.stream()
                .filter(verdict -> verdict.path("repeated").asBoolean())
                .count();
        return List.of((int) accepted, (int) repeated);
    }
}
