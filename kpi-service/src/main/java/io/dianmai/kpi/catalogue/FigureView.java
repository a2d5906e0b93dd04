package io.dianmai.kpi.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name in formulas, as answers explain it.
 *
 * @param unit what it is counted in: count, fen, minutes, days or litres
 * @param kind flow, level, registry or target
 * @param fedBy event types that move it; {@code *} for every event, none for a target
 * @param waitsFor the event type that would feed it, when nothing does yet
 */
record FigureView(
        String name,
        String nameZh,
        String unit,
        String kind,
        List<String> fedBy,
        @Nullable String waitsFor,
        @Nullable String note) {

    static FigureView of(CounterEntry entry) {
        return new FigureView(
                entry.name(),
                entry.nameZh(),
                WireNames.of(entry.unit()),
                WireNames.of(entry.kind()),
                entry.fedBy(),
                entry.waitsFor(),
                entry.note());
    }
}
