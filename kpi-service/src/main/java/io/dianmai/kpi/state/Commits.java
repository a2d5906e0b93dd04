package io.dianmai.kpi.state;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Ends transactions early when somebody waits for what is in them. Kafka Streams ends them by itself at an interval that
 * suits a replay; a commit of one task is one of all tasks of its thread, so the tasks of a thread share their rhythm.
 */
public final class Commits {
    private final long interval;
    private final ThreadLocal<Long> last = ThreadLocal.withInitial(() -> Long.MIN_VALUE);

    /** @param interval between two commits that were asked for */
    public Commits(Duration interval) {
        this.interval = interval.toMillis();
    }

    /** Asks for a commit now; false when it is too early for one: then ask again at the next tick. */
    public boolean soon(ProcessorContext<?, ?> context) {
        long now = context.currentSystemTimeMs();
        long before = last.get();
        if (before != Long.MIN_VALUE && now >= before && now - before < interval) {
            return false;
        }
        context.commit();
        last.set(now);
        return true;
    }
}
