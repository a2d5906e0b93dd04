package io.dianmai.kpi.delivery.queue;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.NoticeKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 投递: one notice on its way to one target.
 *
 * @param id of the target, and its number there
 * @param at when it was put into the queue
 * @param event as structured JSON
 * @param reason why it was parked
 * @param tries how many attempts there were; {@code attempts} are the last ones of them
 */
public record Delivery(
        String id,
        String targetId,
        String noticeId,
        NoticeKind kind,
        String storeId,
        List<DeadlineKind> deadlines,
        Instant at,
        String event,
        DeliveryState state,
        @Nullable String reason,
        int tries,
        List<Tried> attempts,
        @Nullable Instant endedAt) {}
