package io.dianmai.bench.leads;

import io.dianmai.bench.report.Latencies;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of one load.
 *
 * @param leads registered
 * @param seconds from the first request until the last lead had its task and was counted
 * @param answered from when a request was due until its answer was there
 * @param firstTask until the first task of the lead was on the topic of follow-ups
 * @param counted until the KPI's answer had it
 * @param refused requests that were answered otherwise than with a lead
 */
record Trial(int leads, double seconds, Latencies answered, Latencies firstTask, Latencies counted, long refused) {
    private static final double ROOM = 0.7;

    private double perSecond() {
        return leads / seconds;
    }

    /** A rate that leaves some room, as whoever runs it for long would want; at most the one that was asked for. */
    int sustainable(int asked) {
        return Math.clamp(Math.round(perSecond() * ROOM), 1, asked);
    }

    String text() {
        return "%,.0f leads/s; answered %s; first task %s; counted %s; refused %d"
                .formatted(perSecond(), answered.text(), firstTask.text(), counted.text(), refused);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("leadsPerSecond", Math.round(perSecond()));
        figures.put("leads", leads);
        figures.put("answered", answered.figures());
        figures.put("firstTask", firstTask.figures());
        figures.put("counted", counted.figures());
        figures.put("refused", refused);
        return figures;
    }
}
