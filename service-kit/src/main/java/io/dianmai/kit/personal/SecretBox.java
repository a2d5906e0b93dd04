package io.dianmai.kit.personal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps the platform's own secrets, such as signing keys, at rest: as text, sealed by a {@link ByteSealer}. */
public final class SecretBox {
    private static final String PURPOSE = "secret/";

    private final ByteSealer sealer;

    SecretBox(ByteSealer sealer) {
        this.sealer = sealer;
    }

    /**
     * A box under these master keys.
     *
     * @param masters the newest first; at least one, each of 32 bytes
     */
    public static SecretBox under(List<byte[]> masters) {
        return new SecretBox(new ByteSealer(PersonalKeys.of(masters)));
    }

    /**
     * Seals a secret.
     *
     * @param place what it is and whose: it opens only there
     */
    public String seal(String place, String secret) {
        return Base64Url.encode(sealer.seal(PURPOSE + place, secret.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Opens what {@link #seal} gave for the same place.
     *
     * @throws IllegalArgumentException when it is of another place, was tampered with, or its key is not there
     */
    public String open(String place, String sealed) {
        return new String(sealer.open(PURPOSE + place, Base64Url.decode(sealed)), StandardCharsets.UTF_8);
    }
}
