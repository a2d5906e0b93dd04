package io.dianmai.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A figure with what it should be.
 *
 * @param bench the result that it is in
 * @param pointer JSON Pointer to the figure in the figures of the result
 * @param target what it should be, or 0 where nothing was promised
 * @param atLeast whether more is better
 * @param unit as it is shown behind the figure
 */
record Goal(String label, String bench, String pointer, double target, boolean atLeast, String unit) {
    private static final double SMALL = 10;
    private static final double MIDDLING = 100;

    /** The figure among all results; null when it was not measured. */
    @Nullable
    Double figureIn(JsonNode results) {
        JsonNode figure = results.path(bench).path("figures").at(pointer);
        return figure.isNumber() ? figure.asDouble() : null;
    }

    boolean isMetBy(double figure) {
        return atLeast ? figure >= target : figure <= target;
    }

    String text(double figure) {
        return number(figure) + unit;
    }

    /** What was promised, in words; empty where nothing was. */
    String promise() {
        return target == 0 ? "" : (atLeast ? "≥ " : "≤ ") + text(target);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < SMALL ? "%.2f" : figure < MIDDLING ? "%.1f" : "%,.0f", figure);
    }
}
