package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.NoticeKind;
import io.dianmai.kpi.delivery.queue.Delivery;
import io.dianmai.kpi.delivery.queue.Tried;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is shown.
 *
 * @param at when it was put into the queue
 * @param state {@code waiting}, {@code delivered}, {@code parked} or {@code resent}
 * @param attempts the last of them; {@code tries} counts all
 */
record DeliveryView(
        String id,
        String target,
        String noticeId,
        NoticeKind kind,
        String storeId,
        List<DeadlineKind> deadlines,
        Instant at,
        String state,
        @Nullable String reason,
        @Nullable Instant endedAt,
        int tries,
        List<Tried> attempts) {
    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.targetId(),
                delivery.noticeId(),
                delivery.kind(),
                delivery.storeId(),
                delivery.deadlines(),
                delivery.at(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.reason(),
                delivery.endedAt(),
                delivery.tries(),
                delivery.attempts());
    }
}
