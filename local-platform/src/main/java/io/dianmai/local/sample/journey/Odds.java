package io.dianmai.local.sample.journey;

import java.util.List;
import java.util.stream.Stream;

/** Values with how often each comes, against the others. */
record Odds<T>(List<Lot<T>> lots) {
    Odds {
        lots = List.copyOf(lots);
    }

    record Lot<T>(T value, int weight) {}

    static <T> Odds<T> of(T value, int weight) {
        return new Odds<>(List.of(new Lot<>(value, weight)));
    }

    Odds<T> or(T value, int weight) {
        return new Odds<>(Stream.concat(lots.stream(), Stream.of(new Lot<>(value, weight)))
                .toList());
    }

    T draw(Chance chance) {
        int left = chance.between(1, lots.stream().mapToInt(Lot::weight).sum());
        for (Lot<T> lot : lots) {
            left -= lot.weight();
            if (left <= 0) {
                return lot.value();
            }
        }
        throw new IllegalStateException("no lots");
    }
}
