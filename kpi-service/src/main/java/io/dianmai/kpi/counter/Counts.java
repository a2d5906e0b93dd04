package io.dianmai.kpi.counter;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counters that are not zero, as few as there are: most dimension values of a row have one or two. Changes in place.
 */
final class Counts {
    /** With more counters than this their places are looked up instead of looked for. */
    private static final int FEW = 8;

    private byte[] codes;
    private long[] amounts;
    private int size;
    /** The place of each counter by its code, from 1 on; null while there are few. */
    private byte @Nullable [] places;

    Counts() {
        this(4);
    }

    Counts(int expected) {
        codes = new byte[expected];
        amounts = new long[expected];
    }

    static Counts of(Map<Counter, Long> amounts) {
        Counts counts = new Counts(Math.max(amounts.size(), 1));
        amounts.forEach((counter, amount) -> counts.add(counter.code(), amount));
        return counts;
    }

    void add(Counts others) {
        for (int i = 0; i < others.size; i++) {
            add(others.codes[i], others.amounts[i]);
        }
    }

    void add(int code, long amount) {
        int place = placeOf(code);
        if (place >= 0) {
            amounts[place] += amount;
            return;
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        codes[size] = (byte) code;
        amounts[size++] = amount;
        if (places != null) {
            places[code] = (byte) size;
        } else if (size > FEW) {
            places = new byte[Byte.MAX_VALUE];
            for (int i = 0; i < size; i++) {
                places[codes[i]] = (byte) (i + 1);
            }
        }
    }

    /** Negative when it is not there. */
    private int placeOf(int code) {
        if (places != null) {
            return places[code] - 1;
        }
        int place = size - 1;
        while (place >= 0 && codes[place] != code) {
            place--;
        }
        return place;
    }

    /** How many are not zero. */
    int used() {
        int used = 0;
        for (int i = 0; i < size; i++) {
            used += amounts[i] == 0 ? 0 : 1;
        }
        return used;
    }

    /** Hands out those that are not zero, in the order in which they came. */
    void forEach(Sink sink) {
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                sink.accept(codes[i], amounts[i]);
            }
        }
    }

    /** Takes counters by their codes. */
    @FunctionalInterface
    interface Sink {
        void accept(int code, long amount);
    }
}
