package io.dianmai.gateway.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;

/**
 * What was accepted lately, by client, source and id: enough to recognise most repeats at the door. It is bounded and
 * belongs to one instance, so it only saves work and warns early; services recognise every repeat durably.
 *
 * <p>A table of numbers, of which each key has eight places, the oldest giving way: nothing is allocated for an event, so
 * at tens of thousands a second there is nothing for the collector to move. It has more places than it must remember: of
 * the last {@code remembered} events at most some 1 % have given way to others already.
 */
final class RecentEvents {
    /** Members in order of their names: two texts that say the same have one fingerprint. */
    private static final ObjectWriter CANONICAL =
            EventParser.MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    /** An entry: the two halves of its key, the two of its content. */
    private static final int ENTRY = 4;

    private static final int WAYS = 8;
    private static final int SET = ENTRY * WAYS;
    private static final int PLACES_EACH = 2;
    private static final int LOCKS = 64;

    /** Sets of places, one after the other, the newest entry of each first. */
    private final long[] table;

    private final Object[] locks = new Object[LOCKS];

    /** @param remembered events, at least one */
    RecentEvents(int remembered) {
        int sets = Math.ceilDiv(PLACES_EACH * remembered, WAYS);
        table = new long[SET * Integer.highestOneBit(2 * sets - 1)];
        Arrays.setAll(locks, _ -> new Object());
    }

    @Nullable
    Fingerprint contentOf(Fingerprint key) {
        int set = setOf(key);
        synchronized (lock(set)) {
            for (int at = set; at < set + SET; at += ENTRY) {
                if (table[at] == key.high() && table[at + 1] == key.low()) {
                    return new Fingerprint(table[at + 2], table[at + 3]);
                }
            }
            return null;
        }
    }

    void accepted(Fingerprint key, Fingerprint content) {
        int set = setOf(key);
        synchronized (lock(set)) {
            System.arraycopy(table, set, table, set + ENTRY, SET - ENTRY);
            table[set] = key.high();
            table[set + 1] = key.low();
            table[set + 2] = content.high();
            table[set + 3] = content.low();
        }
    }

    /** Where the places of a key begin: a fingerprint is random enough to be its own hash. */
    private int setOf(Fingerprint key) {
        return (int) Math.floorMod(key.low(), (long) table.length / SET) * SET;
    }

    private Object lock(int set) {
        return locks[set / SET % LOCKS];
    }

    static Fingerprint key(String client, EventAttributes event) {
        return Fingerprint.of((client + '\n' + event.source() + '\n' + event.id()).getBytes(StandardCharsets.UTF_8));
    }

    static Fingerprint content(EventAttributes event, String storeId, JsonNode data) {
        var attributes = event.type() + '\n' + storeId + '\n' + event.time() + '\n' + event.subject() + '\n';
        return Fingerprint.of(attributes.getBytes(StandardCharsets.UTF_8), CANONICAL.writeValueAsBytes(data));
    }

    /** 128 bits of a SHA-256. */
    record Fingerprint(long high, long low) {
        static Fingerprint of(byte[]... parts) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                for (byte[] part : parts) {
                    sha.update(part);
                }
                ByteBuffer digest = ByteBuffer.wrap(sha.digest());
                return new Fingerprint(digest.getLong(), digest.getLong());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }
}
