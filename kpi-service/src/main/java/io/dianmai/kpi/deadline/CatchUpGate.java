package io.dianmai.kpi.deadline;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds firing back until everything has been processed that was in the input when the task began or woke up: the
 * event that clears a lapsed deadline may be waiting there. Never blocks: it asks, and looks for the answer at the
 * next tick.
 */
final class CatchUpGate {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUpGate.class);
    /** Ticks further apart than this mean that the process was paused, or was too busy to read. */
    private static final long PAUSE_MILLIS = 2_000;

    /** How long it waits for an answer, and before it asks again after a failure. */
    private static final long PATIENCE_MILLIS = 10_000;

    private static final long RETRY_MILLIS = 1_000;
    /** How often it asks how far the engine has come. */
    private static final long STEP_MILLIS = 250;

    private final InputProgress inputs;
    private final int partition;
    private boolean open;
    private long lastTick;
    private long askedAt;
    private long nextQuestionAt;
    private @Nullable Map<String, Long> target;
    private @Nullable CompletableFuture<Map<String, Long>> question;

    CatchUpGate(InputProgress inputs, int partition) {
        this.inputs = inputs;
        this.partition = partition;
    }

    /** Whether rungs may fire at this tick. */
    boolean isOpen(long now) {
        if (now - lastTick > PAUSE_MILLIS || now < lastTick) {
            open = false;
            target = null;
            question = null;
            nextQuestionAt = now;
        }
        lastTick = now;
        if (!open) {
            step(now);
        }
        return open;
    }

    private void step(long now) {
        if (question == null && now >= nextQuestionAt) {
            ask(now);
        }
        Map<String, Long> answer = answer(now);
        if (answer == null) {
            return;
        }
        question = null;
        if (target == null) {
            target = answer;
            step(now);
        } else {
            nextQuestionAt = now + STEP_MILLIS;
            open = target.entrySet().stream()
                    .allMatch(topic -> answer.getOrDefault(topic.getKey(), 0L) >= topic.getValue());
        }
    }

    private void ask(long now) {
        askedAt = now;
        question = target == null ? inputs.written(partition) : inputs.processed(partition);
    }

    private @Nullable Map<String, Long> answer(long now) {
        CompletableFuture<Map<String, Long>> asked = question;
        if (asked == null) {
            return null;
        }
        boolean failed = asked.isCompletedExceptionally();
        if (now - askedAt > (failed ? RETRY_MILLIS : PATIENCE_MILLIS)) {
            LOG.warn("Deadlines of partition {} wait: the broker does not say how far the input reaches", partition);
            question = null;
        }
        if (failed) {
            return null;
        }
        return asked.getNow(null);
    }
}
