package io.dianmai.kit.personal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes that hold personal data and wait to be worked on, rows of a file for example: AES-256-GCM with the keys of
 * {@link PersonalDataSealer}. They cannot be found by what they hold.
 */
public final class ByteSealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final PersonalKeys keys;

    ByteSealer(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals bytes.
     *
     * @param purpose what and whose they are; opening them for another purpose fails
     */
    public byte[] seal(String purpose, byte[] clear) {
        byte[] keyId = keys.keyId().getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    aes(Cipher.ENCRYPT_MODE, keys.sealing(), nonce, purpose).doFinal(clear);
            return ByteBuffer.allocate(1 + keyId.length + NONCE_BYTES + sealed.length)
                    .put((byte) keyId.length)
                    .put(keyId)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no AES-GCM", missing);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalArgumentException when it was sealed with another key or for another purpose, or was changed
     */
    public byte[] open(String purpose, byte[] sealed) {
        try {
            var bytes = ByteBuffer.wrap(sealed);
            byte[] keyId = new byte[bytes.get()];
            bytes.get(keyId);
            SecretKey key = keys.encryption().get(new String(keyId, StandardCharsets.US_ASCII));
            if (key == null) {
                throw new IllegalArgumentException("sealed with a key that is not there");
            }
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] cipher = new byte[bytes.remaining()];
            bytes.get(cipher);
            return aes(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(cipher);
        } catch (GeneralSecurityException | BufferUnderflowException | NegativeArraySizeException tampered) {
            throw new IllegalArgumentException("the sealed bytes cannot be opened", tampered);
        }
    }

    private static Cipher aes(int mode, SecretKey key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        aes.updateAAD(("bytes.v1." + purpose).getBytes(StandardCharsets.UTF_8));
        return aes;
    }
}
