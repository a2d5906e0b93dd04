package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.lead.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A fact that a store pushes is a number at HQ within a second. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactToNumberIT {
    private static final Logger LOG = LoggerFactory.getLogger("timing");
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MEASURED = 10;

    private final RunningPlatform platform;

    FactToNumberIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void aPushedFactIsInTheAnswerAndOnTheStreamWithinASecond() {
        TestGroup group = TestGroup.register(platform, "fresh", 1);
        var sender = new FactSender(platform.door());
        try (var stream = LiveStream.open(platform.door(), group.hq())) {
            for (int sent = 1; sent <= 1 + MEASURED; sent++) {
                boolean warm = sent > 1;
                sender.send(group.store(), lead(group.store(), sent));
                Instant accepted = Instant.now();
                Duration answered = untilAnswered(group, sent);
                Duration streamed = Duration.between(accepted, streamedAt(stream, group.store(), sent));
                LOG.info(
                        "fact {}: streamed after {} ms, answered after {} ms",
                        sent,
                        streamed.toMillis(),
                        answered.toMillis());
                if (warm) {
                    assertThat(List.of(answered, streamed)).allMatch(delay -> delay.compareTo(FRESH) <= 0);
                }
            }
        }
    }

    private static Duration untilAnswered(TestGroup group, int leads) {
        return Waiting.until(
                "lead " + leads + " is answered",
                WARM_UP,
                () -> assertThat(Counters.of(group, group.today())).containsEntry("leadsRegistered", (long) leads));
    }

    private static Instant streamedAt(LiveStream stream, TestStore store, int leads) {
        Waiting.until(
                "lead " + leads + " is streamed",
                WARM_UP,
                () -> assertThat(rows(stream, store)).anyMatch(row -> leadsIn(row.data()) == leads));
        return rows(stream, store).stream()
                .filter(row -> leadsIn(row.data()) == leads)
                .map(LiveStream.Event::at)
                .findFirst()
                .orElseThrow();
    }

    private static List<LiveStream.Event> rows(LiveStream stream, TestStore store) {
        return stream.events("kpi-row").stream()
                .filter(row -> Objects.equals(row.data().path("storeId").asString(), store.storeId()))
                .toList();
    }

    private static int leadsIn(JsonNode row) {
        return row.at("/totals/leadsRegistered").asInt();
    }

    private static Fact lead(TestStore store, int number) {
        StoreFact data = new LeadReceived("fresh-" + number, Channel.WEB, null, null, null, "M1", null, null, null);
        return new Fact(
                UUID.randomUUID().toString(), store.storeId(), Instant.now().truncatedTo(ChronoUnit.MILLIS), data);
    }
}
