package io.dianmai.gateway.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;

/**
 * What was accepted lately, by client, source and id: enough to recognise most repeats at the door. It is bounded and
 * belongs to one instance, so it only saves work and warns early; services recognise every repeat durably.
 */
final class RecentEvents {
    /** Members in order of their names: two texts that say the same have one fingerprint. */
    private static final ObjectWriter CANONICAL =
            EventParser.MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final Cache<Fingerprint, Fingerprint> contents;

    RecentEvents(int remembered) {
        contents = Caffeine.newBuilder().maximumSize(remembered).build();
    }

    @Nullable
    Fingerprint contentOf(Fingerprint key) {
        return contents.getIfPresent(key);
    }

    void accepted(Fingerprint key, Fingerprint content) {
        contents.put(key, content);
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
