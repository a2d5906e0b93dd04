package io.dianmai.kpi.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Knows of most keys that are not there that they are not: a Bloom filter that grows. Most of what an engine looks up for
 * the first time is new, and to find that out on disk is what a lookup costs most for.
 *
 * <p>Beyond its bound it knows nothing any more. Keys are never taken out again.
 */
final class KeyFilter {
    /** With two of them set for a key, of 60 keys that are not there one looks as if it were. */
    private static final int BITS_OF_A_KEY = 16;

    private static final int FIRST = 1 << 14;
    private static final int WORD = Long.SIZE;

    private final long most;
    /** Each for twice as many keys as the one before; the last one takes new keys. */
    private final List<long[]> layers = new ArrayList<>();

    private long keys;
    private long roomInTheLast;

    /** @param most keys that it takes, of two bytes each */
    KeyFilter(long most) {
        this.most = most;
    }

    void add(String key) {
        if (isFull()) {
            layers.clear();
            return;
        }
        if (roomInTheLast == 0) {
            roomInTheLast = (long) FIRST << layers.size();
            layers.add(new long[Math.toIntExact(roomInTheLast * BITS_OF_A_KEY / WORD)]);
        }
        long hash = hash(key);
        long[] last = layers.getLast();
        set(last, first(hash));
        set(last, second(hash));
        keys++;
        roomInTheLast--;
    }

    /** Whether the key may have been added; false is certain. */
    boolean mayHave(String key) {
        if (isFull()) {
            return true;
        }
        long hash = hash(key);
        for (long[] layer : layers) {
            if (isSet(layer, first(hash)) && isSet(layer, second(hash))) {
                return true;
            }
        }
        return false;
    }

    boolean isFull() {
        return keys >= most;
    }

    private static void set(long[] bits, int place) {
        int at = place & (bits.length * WORD - 1);
        bits[at / WORD] |= 1L << at;
    }

    private static boolean isSet(long[] bits, int place) {
        int at = place & (bits.length * WORD - 1);
        return (bits[at / WORD] & 1L << at) != 0;
    }

    private static int first(long hash) {
        return (int) hash;
    }

    private static int second(long hash) {
        return (int) (hash >>> Integer.SIZE);
    }

    /** Strings know their hash, which is worth its 32 bits; this spreads them over 64. */
    private static long hash(String key) {
        long hash = key.hashCode() * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 32;
    }
}
