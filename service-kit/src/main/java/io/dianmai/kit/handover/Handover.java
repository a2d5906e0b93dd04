package io.dianmai.kit.handover;

import io.dianmai.kit.aggregate.Command;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 工作交接: somebody leaves, and what is open goes to others. What that is was written down at its beginning: whoever
 * sends it again finishes the rest, and touches nothing that came later.
 *
 * @param id of the command that asked for it
 * @param from staff id of who leaves
 * @param to staff id of who takes over; absent: the store's rule decides for each
 * @param by account that asked for it
 * @param time when it happened: the business time of all that follows
 * @param work ids of what was open
 * @param counts what became of them; absent until all are done
 */
public record Handover(
        String id,
        String storeId,
        String from,
        @Nullable String to,
        String reason,
        String by,
        Instant time,
        Instant recordedTime,
        @Nullable String traceParent,
        List<String> work,
        @Nullable Map<String, Integer> counts) {
    public Handover {
        work = List.copyOf(work);
    }

    /** The command for one of them, the same whenever it is given. */
    public Command commandFor(String item) {
        return new Command(id + ':' + item, storeId, time, recordedTime, traceParent, null, null);
    }

    Handover of(List<String> open) {
        return new Handover(id, storeId, from, to, reason, by, time, recordedTime, traceParent, open, counts);
    }

    Handover done(Map<String, Integer> became) {
        return new Handover(id, storeId, from, to, reason, by, time, recordedTime, traceParent, work, became);
    }
}
