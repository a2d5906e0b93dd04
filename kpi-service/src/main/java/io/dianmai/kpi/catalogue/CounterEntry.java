package io.dianmai.kpi.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that formulas may use, and where its number comes from.
 *
 * @param fedBy CloudEvents types that move it, {@code *} for every event; none while it waits
 * @param waitsFor the event type that would feed it, and that nobody raises yet
 */
public record CounterEntry(
        String name,
        String nameZh,
        FigureUnit unit,
        FigureKind kind,
        List<String> fedBy,
        @Nullable String waitsFor,
        @Nullable String note) {
    /** Stands before the name of a counter whose plan is meant. */
    public static final String TARGET_PREFIX = "target.";

    public CounterEntry {
        fedBy = List.copyOf(fedBy);
    }

    /** Whether nothing feeds it yet. */
    public boolean isWaiting() {
        return waitsFor != null;
    }

    /** What stores plan for it. */
    CounterEntry target() {
        return new CounterEntry(
                TARGET_PREFIX + name,
                nameZh + "目标",
                unit,
                FigureKind.TARGET,
                List.of(),
                waitsFor,
                "the store's own plan for " + name);
    }
}
