package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryPatienceTests {
    /** Already the 21st in Shanghai, still the 20th in New York. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T16:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EngineDriver engine = new EngineDriver(EngineDriver.START, PATIENCE);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void eventsOfAStoreWaitForItsZone() {
        engine.pipe(lead("U1", "L1"));
        assertThat(engine.rows()).isEmpty();

        engine.pipe(published("U1", 1, "America/New_York"));
        engine.pipe(lead("U1", "L2"));

        assertThat(leads(engine.rows(), "U1|2026-11-20")).isEqualTo(2);
    }

    @Test
    void afterAWhileTheDefaultZoneMustDo() {
        engine.pipe(lead("U1", "L1"));
        engine.advance(PATIENCE.minusMillis(301));
        assertThat(engine.rows()).isEmpty();

        Map<String, RowSnapshot> rows = engine.rows();

        assertThat(leads(rows, "U1|2026-11-21")).isEqualTo(1);
        engine.pipe(lead("U1", "L2"));
        assertThat(leads(engine.rows(), "U1|2026-11-21")).isEqualTo(2);
    }

    @Test
    void aChangeOfZoneHoldsFromThenOn() {
        engine.pipe(published("U1", 1, "Asia/Shanghai"));
        engine.pipe(lead("U1", "L1"));
        engine.pipe(published("U1", 2, "America/New_York"));
        engine.pipe(lead("U1", "L2"));

        Map<String, RowSnapshot> rows = engine.rows();

        assertThat(leads(rows, "U1|2026-11-21")).isEqualTo(1);
        assertThat(leads(rows, "U1|2026-11-20")).isEqualTo(1);
    }

    @Test
    void otherStoresDoNotWait() {
        engine.pipe(lead("U1", "L1"));
        engine.pipe(published("U2", 1, "Asia/Shanghai"));
        engine.pipe(lead("U2", "L2"));

        assertThat(engine.rows()).containsOnlyKeys("U2|2026", "U2|2026-11", "U2|2026-11-21");
    }

    private static @Nullable Long leads(Map<String, RowSnapshot> rows, String key) {
        RowSnapshot row = rows.get(key);
        return row == null ? null : row.totals().get("leadsRegistered");
    }

    private static Envelope<EventData> lead(String store, String id) {
        return History.of(store, id)
                .then(MIDNIGHT, History.registered(Channel.WEB, "A1"))
                .last();
    }

    private static Envelope<EventData> published(String store, int sequence, String zone) {
        History history = History.of(store, store);
        for (int i = 0; i < sequence; i++) {
            history.then(MIDNIGHT, History.published(store, zone));
        }
        return history.last();
    }
}
