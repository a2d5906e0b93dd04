package io.dianmai.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A place in one of the chains, of which each partition of the topic has one. Its hash covers the entry and the hash
 * before, and so everything before.
 *
 * @param position from 1 without gaps; 0 before the first entry
 * @param hash SHA-256 in hex of the previous hash, a line break and the entry's JSON
 */
record Link(int partition, long position, String hash) {
    private static final String NOTHING = "0".repeat(64);

    /** Before the first entry. */
    static Link before(int partition) {
        return new Link(partition, 0, NOTHING);
    }

    /** The link of the entry that follows. */
    Link next(String json) {
        return new Link(partition, position + 1, sha256(hash + '\n' + json));
    }

    /** A text that orders links by partition and position. */
    String key() {
        return key(partition, position);
    }

    static String key(int partition, long position) {
        return String.format(Locale.ROOT, "%04d:%012d", partition, position);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
