package io.dianmai.gateway.stream;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.UnreadableEvent;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what is of interest now out of records. Others read the same topics durably; here the rest is passed over. */
final class LiveRecords {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRecords.class);
    private static final int DAY_LENGTH = "2026-11-21".length();

    private final Clock clock;

    LiveRecords(Clock clock) {
        this.clock = clock;
    }

    Optional<LiveEvent> read(ConsumerRecord<String, byte[]> record) {
        try {
            return switch (record.topic()) {
                case Topics.KPI_ROWS -> row(record.key(), record.value());
                case Topics.REMINDERS -> reminder(record);
                default -> Optional.empty();
            };
        } catch (UnreadableEvent | JacksonException | DateTimeException unreadable) {
            LOG.warn(
                    "record {} of partition {} of {} is not readable: {}",
                    record.offset(),
                    record.partition(),
                    record.topic(),
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Most rows are of other periods, above all while history is told: they are known by their key alone. */
    private Optional<LiveEvent> row(@Nullable String key, byte @Nullable [] value) {
        int split = key == null ? -1 : key.lastIndexOf('|');
        if (key == null || value == null || key.length() - split - 1 != DAY_LENGTH) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.parse(key.substring(split + 1));
        if (!isAboutToday(day)) {
            return Optional.empty();
        }
        JsonNode totals = EventJson.MAPPER.readTree(value).path("totals");
        return Optional.of(new LiveEvent.Row(key.substring(0, split), day, totals(totals)));
    }

    private static Map<String, Long> totals(JsonNode totals) {
        var read = new HashMap<String, Long>();
        totals.properties()
                .forEach(
                        counter -> read.put(counter.getKey(), counter.getValue().asLong()));
        return Map.copyOf(read);
    }

    /** Somewhere on earth it is today: no store's own day is farther than one from the day in UTC. */
    private boolean isAboutToday(LocalDate day) {
        LocalDate utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return !day.isBefore(utc.minusDays(1)) && !day.isAfter(utc.plusDays(1));
    }

    private static Optional<LiveEvent> reminder(ConsumerRecord<String, byte[]> record) {
        var envelope = EventCodec.fromRecord(record.headers(), record.value());
        if (envelope.data() instanceof ReminderFired fired) {
            // People hear of many at once by their digest.
            return fired.digestId() != null
                    ? Optional.empty()
                    : Optional.of(new LiveEvent.Reminder(
                            envelope.storeId(), envelope.aggregateId(), envelope.sequence(), fired));
        }
        return envelope.data() instanceof ReminderDigest digest
                ? Optional.of(new LiveEvent.Digest(
                        envelope.storeId(), envelope.aggregateId(), envelope.recordedTime(), digest))
                : Optional.empty();
    }
}
