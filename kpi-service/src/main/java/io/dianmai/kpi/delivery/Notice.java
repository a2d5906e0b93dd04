package io.dianmai.kpi.delivery;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * 通知: what one delivery is about.
 *
 * @param id the same however often it is sent, and at every target: receivers recognise repeats by it
 * @param storeName as the registry has it now; the store's id while the registry does not name it
 * @param at when it was fired
 */
public record Notice(
        String id,
        NoticeKind kind,
        String storeId,
        String storeName,
        Instant at,
        Envelope<? extends ReminderEvent> event) {

    /** Of an event as it was fired. */
    public static Notice of(Envelope<? extends ReminderEvent> event, String storeName) {
        NoticeKind kind = switch (event.data()) {
            case ReminderFired _ -> NoticeKind.REMINDER;
            case ReminderDigest _ -> NoticeKind.DIGEST;
        };
        return new Notice(event.id(), kind, event.storeId(), storeName, event.time(), event);
    }

    /** The kinds of deadlines that it tells of: one, or those of a digest. */
    public Set<DeadlineKind> deadlines() {
        return switch (event.data()) {
            case ReminderFired fired -> EnumSet.of(fired.kind());
            case ReminderDigest digest -> {
                Set<DeadlineKind> kinds = EnumSet.noneOf(DeadlineKind.class);
                digest.rungs().forEach(rungs -> kinds.add(rungs.kind()));
                yield kinds;
            }
        };
    }
}
