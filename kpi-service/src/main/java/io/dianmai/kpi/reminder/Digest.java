package io.dianmai.kpi.reminder;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.ReminderDigest;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * 汇总提醒: many rungs of one store that came due together, as people were told of them.
 *
 * @param id that its reminders name
 * @param rungs how many of each kind
 * @param recipients staff ids of those at the store who heard of any of them
 * @param firedAt when people were told
 * @param late how many of them fired late
 */
@Document("reminder_digests")
record Digest(
        @Id String id,
        String storeId,
        List<ReminderDigest.KindCount> rungs,
        List<Role> audience,
        List<String> recipients,
        Instant firstRungAt,
        Instant lastRungAt,
        Instant firedAt,
        int late) {

    static Digest of(Envelope<?> event, ReminderDigest digest) {
        return new Digest(
                event.aggregateId(),
                event.storeId(),
                digest.rungs(),
                digest.audience(),
                digest.recipients(),
                digest.firstRungAt(),
                digest.lastRungAt(),
                event.recordedTime(),
                digest.late());
    }
}
