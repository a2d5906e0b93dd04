package io.dianmai.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.test.MutableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRecordsTests {
    private static final Instant AT = Instant.parse("2026-11-21T04:00:00Z");
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

    @Test
    void ofManyAtOncePeopleHearTheDigestOnly() {
        assertThat(records.read(record(fired(null)))).containsInstanceOf(LiveEvent.Reminder.class);
        assertThat(records.read(record(fired("digest-1")))).isEmpty();

        var digest = new ReminderDigest(
                List.of(new ReminderDigest.KindCount(DeadlineKind.FOLLOW_UP, 30)),
                List.of(),
                List.of("a1"),
                AT,
                AT,
                30);
        assertThat(records.read(record(digest))).contains(new LiveEvent.Digest("s1", "subject", AT, digest));
    }

    private static ReminderFired fired(@Nullable String digestId) {
        return new ReminderFired(
                DeadlineKind.FOLLOW_UP,
                "plan-1",
                0,
                0,
                List.of(),
                List.of("a1"),
                "a1",
                RungAction.NOTIFY,
                AT,
                AT,
                AT,
                false,
                digestId);
    }

    private static ConsumerRecord<String, byte[]> record(ReminderEvent data) {
        var sent = EventCodec.toRecord(
                new Envelope<>("id", URI.create("/kpi-service"), "subject", AT, "s1", 1, AT, null, data));
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static ConsumerRecord<String, byte[]> row(@Nullable String key, @Nullable String value) {
        return record("kpi-rows", key, value);
    }

    private static ConsumerRecord<String, byte[]> record(String topic, @Nullable String key, @Nullable String value) {
        return new ConsumerRecord<>(topic, 0, 0, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
