package io.dianmai.kit.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Keeps the platform's own secrets, such as signing keys, at rest: AES-256-GCM under the newest master key. */
public final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String keyId;
    private final Map<String, SecretKey> keys;

    /**
     * A box under these master keys.
     *
     * @param masters the newest first; at least one, each of 32 bytes
     */
    public static SecretBox under(List<byte[]> masters) {
        return new SecretBox(PersonalKeys.of(masters));
    }

    SecretBox(PersonalKeys keys) {
        this.keyId = keys.keyId();
        this.keys = keys.secrets();
    }

    /**
     * Seals a secret.
     *
     * @param place what it is and whose: it opens only there
     * @return key id and ciphertext, ASCII
     */
    public String seal(String place, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] cipher =
                    aes(Cipher.ENCRYPT_MODE, keyId, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return keyId
                    + '.'
                    + Base64Url.encode(ByteBuffer.allocate(NONCE_BYTES + cipher.length)
                            .put(nonce)
                            .put(cipher)
                            .array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no AES-GCM", missing);
        }
    }

    /**
     * Opens what {@link #seal} gave for the same place.
     *
     * @throws IllegalArgumentException when it is of another place, was tampered with, or its key is not there
     */
    public String open(String place, String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0 || !keys.containsKey(sealed.substring(0, dot))) {
            throw new IllegalArgumentException("sealed with a key that is not there");
        }
        byte[] bytes = Base64Url.decode(sealed.substring(dot + 1));
        if (bytes.length < NONCE_BYTES) {
            throw new IllegalArgumentException("the sealed secret is cut off");
        }
        try {
            Cipher aes = aes(Cipher.DECRYPT_MODE, sealed.substring(0, dot), Arrays.copyOf(bytes, NONCE_BYTES), place);
            return new String(aes.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalArgumentException("the sealed secret was changed, or is of another place", tampered);
        }
    }

    /** Whether it was sealed under the newest master key. */
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(keyId + '.');
    }

    private Cipher aes(int mode, String key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        aes.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return aes;
    }
}
