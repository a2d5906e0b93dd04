package io.dianmai.bench.freshness;

import io.dianmai.bench.report.Latencies;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One rate, and how fresh the numbers were under it.
 *
 * @param answer until {@code /api/kpis/values} showed it
 * @param stream until it came by {@code /api/stream}
 * @param unseen markers that were never seen
 * @param refused things that were not taken when they were sent
 * @param senderLate how late the load generator itself was at worst
 */
record Trial(String way, int rate, Latencies answer, Latencies stream, long unseen, long refused, Duration senderLate) {
    static final double GOAL_MILLIS = 1_000;

    /** Whether the goal is met at this rate. */
    boolean holds() {
        return unseen == 0 && refused == 0 && answer.p99() <= GOAL_MILLIS && stream.p99() <= GOAL_MILLIS;
    }

    String text() {
        return "%s at %,d/s: answer %s; stream %s; unseen %d, refused %d, sender late %,d ms: %s"
                .formatted(
                        way,
                        rate,
                        answer.text(),
                        stream.text(),
                        unseen,
                        refused,
                        senderLate.toMillis(),
                        holds() ? "holds" : "does not hold");
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("perSecond", rate);
        figures.put("holds", holds());
        figures.put("answer", answer.figures());
        figures.put("stream", stream.figures());
        figures.put("unseen", unseen);
        figures.put("refused", refused);
        figures.put("senderLateMillis", senderLate.toMillis());
        return figures;
    }
}
