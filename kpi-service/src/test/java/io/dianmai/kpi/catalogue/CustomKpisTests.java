package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dianmai.kit.test.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances over one store. */
class CustomKpisTests {
    private static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");

    private final MutableClock clock = new MutableClock(NOW);
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, "kpis");
    private @Nullable CustomKpis here;
    private @Nullable CustomKpis there;

    @BeforeEach
    void start() throws IOException {
        here = new CustomKpis(mongo, CounterFile.shipped(), clock);
        there = new CustomKpis(mongo, CounterFile.shipped(), clock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void isSeenAtOnceWhereItIsMadeAndWithinASecondElsewhere() {
        assertThat(here().current()).isEmpty();
        assertThat(there().current()).isEmpty();

        assertThat(here().add(definition("own", "orders"))).isTrue();

        assertThat(here().current()).containsKey("own");
        clock.advance(Duration.ofMillis(999));
        assertThat(there().current()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(there().current()).containsKey("own");
        assertThat(there().current().get("own")).isSameAs(there().current().get("own"));
    }

    @Test
    void keepsAllThatWasDefined() {
        KpiDefinition definition = definition("own", "orders / 2");
        here().add(definition);

        assertThat(there().find("own")).contains(definition);
        Kpi kpi = Objects.requireNonNull(there().current().get("own"));
        assertThat(kpi.numerator().text()).isEqualTo("orders / 2");
        assertThat(kpi.targets().mid()).isEqualTo("80..90");
        assertThat(kpi.custom()).isEqualTo(new Kpi.Custom("hq", NOW, 1));
    }

    @Test
    void ofTwoWithOneCodeTheFirstStays() {
        assertThat(here().add(definition("own", "orders"))).isTrue();
        assertThat(there().add(definition("own", "calls"))).isFalse();

        assertThat(there().find("own").map(KpiDefinition::draft).map(KpiDraft::numerator))
                .contains("orders");
    }

    @Test
    void ofTwoChangesOfOneVersionTheFirstWins() {
        KpiDefinition first = definition("own", "orders");
        here().add(first);
        KpiDefinition second = first.changedTo(definition("own", "calls").draft());

        assertThat(here().replace(second)).isTrue();
        assertThat(there().replace(first.changedTo(definition("own", "contacts").draft())))
                .isFalse();
        assertThat(there().remove(first)).isFalse();

        assertThat(Objects.requireNonNull(here().current().get("own"))
                        .numerator()
                        .text())
                .isEqualTo("calls");
        assertThat(there().find("own")).contains(second);
        assertThat(there().remove(second)).isTrue();
        assertThat(there().current()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(here().current()).isEmpty();
    }

    @Test
    void leavesOutWhatNoLongerHoldsTogetherAndKeepsTheRest() {
        here().add(definition("broken", "aCounterOfOldTimes"));
        here().add(definition("own", "orders"));

        assertThat(here().current()).containsOnlyKeys("own");
    }

    private CustomKpis here() {
        return Objects.requireNonNull(here);
    }

    private CustomKpis there() {
        return Objects.requireNonNull(there);
    }

    private static KpiDefinition definition(String code, String numerator) {
        Targets targets = new Targets(null, "80..90", "95");
        KpiDraft draft = new KpiDraft(
                code, "自定义 " + code, null, null, null, numerator, null, "count", null, "7", targets, null, null);
        return new KpiDefinition(code, 1, draft, "hq", NOW, null);
    }
}
