package io.dianmai.kit.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The master keys for personal data: one of the two is needed, and it must be the same for all services.
 *
 * @param key 32 bytes, base64. Several, separated by blanks or line ends, while keys are being changed: the newest first,
 *     which seals; the others only open. The last one also makes the hashes that things are found by: it must stay the last
 * @param keyFile file that holds the same
 */
@ConfigurationProperties("dianmai.personal")
record PersonalSettings(@Nullable String key, @Nullable Path keyFile) {
    /** Read at start, so that a service without a key does not start. */
    List<byte[]> masterKeys() {
        if (key != null && !key.isBlank()) {
            return decode(key, "dianmai.personal.key");
        }
        if (keyFile == null || keyFile.toString().isBlank()) {
            throw new IllegalStateException(
                    "A key for personal data is needed: set DIANMAI_PERSONAL_KEY_FILE or DIANMAI_PERSONAL_KEY"
                            + " (32 random bytes, base64, the same for all services)");
        }
        try {
            return decode(Files.readString(keyFile), keyFile.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key file " + keyFile + " cannot be read", unreadable);
        }
    }

    private static List<byte[]> decode(String text, String origin) {
        return Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .map(one -> decodeOne(one, origin))
                .toList();
    }

    private static byte[] decodeOne(String text, String origin) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(origin + " is not base64", notBase64);
        }
        throw new IllegalStateException(origin + " must hold 32 bytes, base64");
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "PersonalSettings[keyFile=" + keyFile + "]";
    }
}
