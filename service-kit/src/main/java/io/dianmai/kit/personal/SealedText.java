package io.dianmai.kit.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A personal string as it is kept and sent: never in clear.
 *
 * @param keyId which key it was sealed with
 * @param hash keyed hash of the normalised text: equal texts of a kind have equal hashes in every service
 * @param masked what screens and events may show, for example {@code 138****1234}
 * @param cipher nonce and ciphertext, base64url
 */
public record SealedText(String keyId, String hash, String masked, String cipher) {
    private static final String PREFIX = "sealed.v1.";
    private static final Pattern FORM = Pattern.compile("sealed\\.v1(\\.[A-Za-z0-9_-]+){4}");

    /** Whether a text has the sealed form; not whether it can be opened. */
    public static boolean isSealed(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Reads the form that {@link #text()} writes.
     *
     * @throws IllegalArgumentException when the text is not sealed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SealedText parse(String text) {
        if (!isSealed(text)) {
            throw new IllegalArgumentException("not a sealed text");
        }
        String[] parts = text.substring(PREFIX.length()).split("\\.", -1);
        String masked = new String(Base64Url.decode(parts[2]), StandardCharsets.UTF_8);
        return new SealedText(parts[0], parts[1], masked, parts[3]);
    }

    /** A regular expression that finds, also inside of a longer text, what has this hash, sealed under whichever key. */
    public static String withHash(String hash) {
        return "sealed\\.v1\\.[A-Za-z0-9_-]+\\." + hash + "\\.";
    }

    /** What may be shown of a text that is kept in sealed form, if there is one. */
    public static @Nullable String maskOf(@Nullable String sealed) {
        return sealed == null ? null : parse(sealed).masked();
    }

    /** {@code sealed.v1.<key id>.<hash>.<masked>.<nonce and ciphertext>}, ASCII only. */
    @JsonValue
    public String text() {
        return header(keyId, hash, masked) + "." + cipher;
    }

    /** Everything before the ciphertext; authenticated with it. */
    static String header(String keyId, String hash, String masked) {
        return PREFIX + keyId + "." + hash + "." + Base64Url.encode(masked.getBytes(StandardCharsets.UTF_8));
    }

    /** Only what may be shown, so that it may be logged. */
    @Override
    public String toString() {
        return masked;
    }
}
