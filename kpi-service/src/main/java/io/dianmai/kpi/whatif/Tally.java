package io.dianmai.kpi.whatif;

import io.dianmai.kpi.whatif.WhatIfAnswer.Line;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often something was fired by the present ladder, and by the other one. */
final class Tally<K extends Comparable<K>> {
    private final Map<K, long[]> counts = new HashMap<>();

    void count(K key, boolean byOther) {
        counts.computeIfAbsent(key, _ -> new long[2])[byOther ? 1 : 0]++;
    }

    /** In order of the keys. */
    List<Line<K>> inOrder() {
        return lines(Comparator.comparing(Line::of), Integer.MAX_VALUE);
    }

    /** Those that change most, then those that are told most. */
    List<Line<K>> top(int most) {
        Comparator<Line<K>> change = Comparator.comparingLong(line -> -Math.abs(line.difference()));
        return lines(change.thenComparing(line -> -line.other()).thenComparing(Line::of), most);
    }

    private List<Line<K>> lines(Comparator<Line<K>> order, int most) {
        return counts.entrySet().stream()
                .map(entry -> new Line<>(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(order)
                .limit(most)
                .toList();
    }
}
