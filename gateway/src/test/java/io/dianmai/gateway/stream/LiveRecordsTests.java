package io.dianmai.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.test.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRecordsTests {
    private static final String ROW =
            "{\"storeId\":\"s1\",\"period\":\"2026-11-21\",\"revision\":7,\"totals\":{\"orders\":3},\"slices\":[]}";

    private final LiveRecords records = new LiveRecords(new MutableClock(Instant.parse("2026-11-21T04:00:00Z")));

    @Test
    void readsTheRowOfADay() {
        assertThat(records.read(row("s1|2026-11-21", ROW)))
                .contains(new LiveEvent.Row("s1", LocalDate.parse("2026-11-21"), Map.of("orders", 3L)));
    }

    @ParameterizedTest
    @CsvSource({"s1|2026-11", "s1|ever", "s1|2026-11-19", "s1|2026-11-23", "s1|2026-99-99", "2026-11-21x", "''"})
    void passesOverOtherPeriods(String key) {
        assertThat(records.read(row(key, ROW))).isEmpty();
    }

    @Test
    void passesOverWhatIsNotReadable() {
        assertThat(records.read(row("s1|2026-11-21", "{"))).isEmpty();
        assertThat(records.read(row("s1|2026-11-21", null))).isEmpty();
        assertThat(records.read(row(null, ROW))).isEmpty();
        assertThat(records.read(record("reminders", "s1", "{}"))).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> row(@Nullable String key, @Nullable String value) {
        return record("kpi-rows", key, value);
    }

    private static ConsumerRecord<String, byte[]> record(String topic, @Nullable String key, @Nullable String value) {
        return new ConsumerRecord<>(topic, 0, 0, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
