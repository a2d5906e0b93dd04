package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.schema.EventSamples;
import io.dianmai.kpi.counter.CounterMapping;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the list says feeds a counter, against what the code does with every kind of event. */
class FedByTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant TIME = Instant.parse("2026-03-10T04:00:00Z");
    private static final int VARIANTS = 400;

    @Test
    void theListNamesExactlyTheEventsThatMoveACounter() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (CounterEntry entry : CounterFile.shipped().all()) {
            if (isCounted(entry)) {
                listed.put(entry.name(), new TreeSet<>(entry.fedBy()));
            }
        }

        assertThat(moved()).isEqualTo(listed);
    }

    private static boolean isCounted(CounterEntry entry) {
        return switch (entry.kind()) {
            case FLOW, LEVEL -> !entry.isWaiting() && !entry.fedBy().contains(CounterFile.ANY);
            case REGISTRY, TARGET -> false;
        };
    }

    private static Map<String, Set<String>> moved() {
        Map<String, Set<String>> moved = new TreeMap<>();
        EventTypes.all().forEach((type, record) -> {
            for (String counter : movedBy(record)) {
                moved.computeIfAbsent(counter, _ -> new TreeSet<>()).add(type);
            }
        });
        return moved;
    }

    private static Set<String> movedBy(Class<? extends EventData> record) {
        EventData sample = EventJson.MAPPER.treeToValue(EventSamples.of(record).get("data"), record);
        Variations variations = new Variations(record.getName().hashCode());
        Set<String> counters = new TreeSet<>();
        for (int i = 0; i < VARIANTS; i++) {
            CounterMapping.postings(envelope(variations.of(sample), TIME.minus(Duration.ofDays(i % 2 * 30L))), ZONE)
                    .forEach(posting ->
                            posting.amounts().keySet().forEach(counter -> counters.add(counter.catalogueName())));
        }
        return counters;
    }

    private static Envelope<EventData> envelope(EventData data, Instant time) {
        return new Envelope<>("e1", URI.create("/test"), "subject", time, "S1", 1, time, null, data);
    }
}
