package io.dianmai.kpi.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One object for each dimension value, however many rows and events name it. Every event brings its own copies; kept in
 * each row, they would be most of what the rows in hand weigh.
 */
final class KnownSlices {
    private static final int MOST = 20_000;

    private final Map<Slice, Slice> known = new HashMap<>();

    List<Slice> of(List<Slice> slices) {
        if (known.size() > MOST) {
            known.clear();
        }
        List<Slice> same = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            Slice before = known.putIfAbsent(slice, slice);
            same.add(before == null ? slice : before);
        }
        return same;
    }
}
