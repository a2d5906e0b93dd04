package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.fact.VehicleReceived;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is kept when the platform is stopped, and what is made up for when it is back. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROMISED_IN = Duration.ofSeconds(40);
    /** A rung that is later than this is marked so. */
    private static final Duration LATE = Duration.ofSeconds(6);

    private final RunningPlatform platform;

    RestartIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void keepsNumbersAccountsAndTokensAcrossDownAndUp() {
        TestGroup group = TestGroup.register(platform, "down-up", 2);
        var sender = new FactSender(platform.door());
        for (TestStore store : group.stores()) {
            Stories.of(store.storeId(), Instant.now(), 1, Duration.ofHours(3))
                    .forEach(step -> sender.send(store, step.getFirst()));
        }
        Map<String, Long> expected = Expected.of(sender.accepted()).counters();
        Waiting.until(
                "counted before",
                PATIENCE,
                () -> assertThat(Counters.of(group, group.today())).isEqualTo(expected));

        platform.down();
        platform.up();

        assertThat(platform.hqToken()).as("accounts are kept").isNotEmpty();
        Waiting.until(
                "an old token is good, and the numbers are the same",
                PATIENCE,
                () -> assertThat(Counters.of(group, group.today())).isEqualTo(expected));
        sender.send(group.store(), promise(group.store(), "after", Instant.now().plus(Duration.ofHours(3))));
        Waiting.until(
                "counting goes on",
                PATIENCE,
                () -> assertThat(Counters.of(group, group.today())).containsEntry("shopVisits", 1L));
    }

    @Test
    void firesOnceAndLateWhatLapsedWhileNobodyWatched() {
        TestGroup group = TestGroup.register(platform, "lapsed", 1);
        Instant promised = Instant.now().plus(PROMISED_IN).truncatedTo(ChronoUnit.MILLIS);
        new FactSender(platform.door()).send(group.store(), promise(group.store(), "waits", promised));
        Waiting.until(
                "the job is counted",
                PROMISED_IN,
                () -> assertThat(Counters.of(group, group.today())).containsEntry("shopVisits", 1L));
        platform.process("kpi-service").stop(Duration.ofSeconds(30));
        assertThat(Instant.now()).as("stopped before it was due").isBefore(promised);

        Waiting.past("it has lapsed for long", promised.plus(LATE));
        platform.up();

        String order = AggregateIds.of(group.store().storeId(), "repair-order", "waits");
        Waiting.until(
                "it is told of", PATIENCE, () -> assertThat(group.reminders()).hasSize(2));
        assertThat(group.reminders()).allSatisfy(reminder -> {
            assertThat(reminder.path("aggregateId").asString()).isEqualTo(order);
            assertThat(reminder.path("late").asBoolean()).isTrue();
        });
        assertThat(group.reminders()).extracting(RestartIT::rung).containsExactlyInAnyOrder(0, 1);
        Waiting.throughout(
                "it is told of once",
                Duration.ofSeconds(3),
                () -> assertThat(new TopicRecords(platform.bootstrapServers())
                                .rungs(group)
                                .values())
                        .containsExactly(1L, 1L));
    }

    private static int rung(JsonNode reminder) {
        return reminder.path("rung").asInt();
    }

    private static Fact promise(TestStore store, String order, Instant promisedAt) {
        return new Fact(
                UUID.randomUUID().toString(),
                store.storeId(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new VehicleReceived(order, JobKind.MAINTENANCE, null, null, null, null, promisedAt));
    }
}
