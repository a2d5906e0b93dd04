package io.dianmai.kit.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys that the master keys give: every service with the same master keys hashes alike and reads what another has
 * sealed.
 *
 * @param keyId of the newest master key, which seals
 * @param encryption by key id: all that can still open
 * @param hashing of the oldest master key: hashes must stay equal when a newer one is added
 */
record PersonalKeys(String keyId, Map<String, SecretKey> encryption, SecretKey hashing) {
    private static final byte[] SALT = "dianmai.personal.v1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 6;

    PersonalKeys {
        encryption = Map.copyOf(encryption);
    }

    static PersonalKeys of(byte[] master) {
        return of(List.of(master));
    }

    /** @param masters the newest first; at least one, each of 32 bytes */
    static PersonalKeys of(List<byte[]> masters) {
        if (masters.isEmpty() || masters.stream().anyMatch(master -> master.length != KEY_BYTES)) {
            throw new IllegalArgumentException("the personal key must be 32 bytes, base64");
        }
        try {
            KDF kdf = KDF.getInstance("HKDF-SHA256");
            Map<String, SecretKey> encryption = new LinkedHashMap<>();
            for (byte[] master : masters) {
                encryption.put(id(kdf, master), kdf.deriveKey("AES", purpose(master, "encryption", KEY_BYTES)));
            }
            SecretKey hashing = kdf.deriveKey("HmacSHA256", purpose(masters.getLast(), "hashing", KEY_BYTES));
            return new PersonalKeys(id(kdf, masters.getFirst()), encryption, hashing);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HKDF-SHA256", missing);
        }
    }

    /** The key that seals. */
    SecretKey sealing() {
        return Objects.requireNonNull(encryption.get(keyId), "the newest key");
    }

    private static String id(KDF kdf, byte[] master) throws GeneralSecurityException {
        return Base64Url.encode(kdf.deriveData(purpose(master, "key-id", KEY_ID_BYTES)));
    }

    private static HKDFParameterSpec purpose(byte[] master, String purpose, int length) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(master)
                .addSalt(SALT)
                .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), length);
    }
}
