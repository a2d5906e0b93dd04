package io.dianmai.kpi.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one aggregate, stored together: an event that sets, moves and stops several of them changes one record.
 * Each is known by what its id has behind that of the aggregate, often nothing. Changes in place. Public for the topology alone.
 */
public final class AggregateClocks {
    private final List<Clock> clocks = new ArrayList<>(2);

    /** A clock and the end of its id. */
    private record Clock(String suffix, Deadline deadline) {}

    /** The clock whose id ends with what {@code id} has from this place on. */
    @Nullable
    Deadline find(String id, int from) {
        int at = indexOf(id, from);
        return at < 0 ? null : clocks.get(at).deadline();
    }

    void put(String id, int from, Deadline deadline) {
        int at = indexOf(id, from);
        if (at < 0) {
            add(id.substring(from), deadline);
        } else {
            clocks.set(at, new Clock(clocks.get(at).suffix(), deadline));
        }
    }

    /** For one that is not among them yet. */
    void add(String suffix, Deadline deadline) {
        clocks.add(new Clock(suffix, deadline));
    }

    /** Returns whether it was there. */
    boolean remove(String id, int from) {
        int at = indexOf(id, from);
        if (at >= 0) {
            clocks.remove(at);
        }
        return at >= 0;
    }

    int size() {
        return clocks.size();
    }

    void forEach(BiConsumer<String, Deadline> sink) {
        for (Clock clock : clocks) {
            sink.accept(clock.suffix(), clock.deadline());
        }
    }

    private int indexOf(String id, int from) {
        for (int i = 0; i < clocks.size(); i++) {
            String suffix = clocks.get(i).suffix();
            if (suffix.length() == id.length() - from && id.startsWith(suffix, from)) {
                return i;
            }
        }
        return -1;
    }
}
