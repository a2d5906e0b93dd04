package io.dianmai.local.sample.journey;

import java.util.List;
import java.util.SplittableRandom;

/** A sequence of choices that follows from its name alone. */
final class Chance {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Chance(String name) {
        this.random = new SplittableRandom(name.hashCode() * SPREAD);
    }

    boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both bounds included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double below) {
        return random.nextDouble(least, below);
    }

    /** A whole number whose mean is {@code mean}, seldom far from it. */
    int around(double mean) {
        double wanted = between(0.4, 1.6) * mean;
        int whole = (int) wanted;
        return whole + (in(wanted - whole) ? 1 : 0);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
