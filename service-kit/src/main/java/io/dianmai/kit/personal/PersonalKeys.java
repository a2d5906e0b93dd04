package io.dianmai.kit.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys that one master key gives: every service with the same master key hashes alike and reads what another has
 * sealed.
 */
record PersonalKeys(String keyId, SecretKey encryption, SecretKey hashing) {
    private static final byte[] SALT = "dianmai.personal.v1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 6;

    static PersonalKeys of(byte[] master) {
        if (master.length != KEY_BYTES) {
            throw new IllegalArgumentException("the personal key must be 32 bytes, base64");
        }
        try {
            KDF kdf = KDF.getInstance("HKDF-SHA256");
            return new PersonalKeys(
                    Base64Url.encode(kdf.deriveData(purpose(master, "key-id", KEY_ID_BYTES))),
                    kdf.deriveKey("AES", purpose(master, "encryption", KEY_BYTES)),
                    kdf.deriveKey("HmacSHA256", purpose(master, "hashing", KEY_BYTES)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HKDF-SHA256", missing);
        }
    }

    private static HKDFParameterSpec purpose(byte[] master, String purpose, int length) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(master)
                .addSalt(SALT)
                .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), length);
    }
}
