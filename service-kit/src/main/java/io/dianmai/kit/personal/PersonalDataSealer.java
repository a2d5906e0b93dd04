package io.dianmai.kit.personal;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** Seals personal strings: AES-256-GCM for keeping, HMAC-SHA256 for finding, a mask for showing. */
public final class PersonalDataSealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final PersonalKeys keys;

    PersonalDataSealer(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * A sealer under these master keys.
     *
     * @param masters the newest first; at least one, each of 32 bytes
     */
    public static PersonalDataSealer under(List<byte[]> masters) {
        return new PersonalDataSealer(PersonalKeys.of(masters));
    }

    /**
     * Seals a text as it came in, whatever it looks like: a text in sealed form is a text like any other.
     *
     * @return empty when it is not of that kind, for example no phone number
     */
    public Optional<SealedText> seal(Kind kind, String raw) {
        return Normalisation.normalise(kind, raw).map(text -> sealNormalised(kind, text));
    }

    /**
     * As {@link #seal}, for the web edge.
     *
     * @param pointer where the text stands in the body
     * @throws ProblemException 400, when it is not of that kind
     */
    public SealedText sealAt(String pointer, Kind kind, String raw) {
        return seal(kind, raw).orElseThrow(() -> ProblemException.invalid(List.of(violation(pointer, kind))));
    }

    /** As {@link #sealAt}, in the form that is kept, for a text that may be absent. */
    public @Nullable String sealOptionalAt(String pointer, Kind kind, @Nullable String raw) {
        return raw == null ? null : sealAt(pointer, kind, raw).text();
    }

    /** Whether a text was sealed under the newest master key; others are to be sealed anew. */
    public boolean isCurrent(SealedText sealed) {
        return sealed.keyId().equals(keys.keyId());
    }

    /**
     * The same text under the newest master key; itself when it is that already.
     *
     * @throws IllegalArgumentException as {@link #unseal}
     */
    public SealedText sealAnew(SealedText sealed) {
        if (isCurrent(sealed)) {
            return sealed;
        }
        return encrypted(unseal(sealed), sealed.hash(), sealed.masked());
    }

    /** The hash to look a text up by; empty when it is not of that kind. */
    public Optional<String> hash(Kind kind, String raw) {
        return Normalisation.normalise(kind, raw).map(text -> hashNormalised(kind, text));
    }

    /**
     * Opens a sealed text. For callers with the permission only.
     *
     * @throws IllegalArgumentException when it was sealed with another key or was tampered with
     */
    public String unseal(SealedText sealed) {
        SecretKey key = keys.encryption().get(sealed.keyId());
        if (key == null) {
            throw new IllegalArgumentException("sealed with another key: " + sealed.keyId());
        }
        byte[] cipher = Base64Url.decode(sealed.cipher());
        if (cipher.length < NONCE_BYTES) {
            throw new IllegalArgumentException("the sealed text is cut off");
        }
        try {
            Cipher aes = aes(
                    Cipher.DECRYPT_MODE,
                    key,
                    Arrays.copyOf(cipher, NONCE_BYTES),
                    SealedText.header(sealed.keyId(), sealed.hash(), sealed.masked()));
            return new String(aes.doFinal(cipher, NONCE_BYTES, cipher.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalArgumentException("the sealed text was changed", tampered);
        }
    }

    static Violation violation(String pointer, Kind kind) {
        return new Violation(
                pointer,
                switch (kind) {
                    case PHONE -> "Must be a phone number in China, for example 138 0013 8000 or 010-12345678.";
                    case NAME, PLATE, VIN -> "Must not be blank.";
                    case ID_NUMBER -> "Must be an ID number: 18 characters, of which the last one checks the others.";
                });
    }

    /** Whether there is a master key besides the one that seals. */
    public boolean hasOlderKeys() {
        return keys.encryption().size() > 1;
    }

    /** Names the newest master key; tells nothing of it. */
    public String newestKeyId() {
        return keys.keyId();
    }

    private SealedText sealNormalised(Kind kind, String text) {
        return encrypted(text, hashNormalised(kind, text), Masking.mask(kind, text));
    }

    private SealedText encrypted(String text, String hash, String masked) {
        SecretKey key = keys.sealing();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = aes(Cipher.ENCRYPT_MODE, key, nonce, SealedText.header(keys.keyId(), hash, masked))
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] cipher = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return new SealedText(keys.keyId(), hash, masked, Base64Url.encode(cipher));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no AES-GCM", missing);
        }
    }

    private static Cipher aes(int mode, SecretKey key, byte[] nonce, String header) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        aes.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
        return aes;
    }

    private String hashNormalised(Kind kind, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.hashing());
            byte[] full = mac.doFinal((kind.name() + ':' + text).getBytes(StandardCharsets.UTF_8));
            return Base64Url.encode(Arrays.copyOf(full, HASH_BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HmacSHA256", missing);
        }
    }
}
