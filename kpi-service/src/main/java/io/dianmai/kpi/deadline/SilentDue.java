package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clocks of silent stores are moved when they run out, and fire only when it is certain that nothing is missing. */
record SilentDue(StoreSilence silence, OutageGuard outages, Instant now) implements LiveDue {
    @Override
    public @Nullable Instant of(Deadline deadline) {
        return isSilence(deadline) ? silence.silentAt(deadline.storeId()) : deadline.dueAt();
    }

    @Override
    public boolean isCertain(Deadline deadline) {
        return !isSilence(deadline) || outages.nothingMissing(now.toEpochMilli());
    }

    private static boolean isSilence(Deadline deadline) {
        return deadline.kind() == DeadlineKind.STORE_SILENT;
    }
}
