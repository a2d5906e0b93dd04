package io.dianmai.gateway.identity.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of authenticator apps as all of them can make them: RFC 6238 with SHA-1, six digits, thirty seconds. */
final class OneTimeCodes {
    static final Duration STEP = Duration.ofSeconds(30);

    /** Clocks of telephones may be this many steps off. */
    private static final int TOLERANCE = 1;

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base32 BASE32 = Base32.builder().get();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);

    /** A new secret, in Base32 as apps take it. */
    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return BASE32.encodeToString(bytes).replace("=", "");
    }

    /** The step whose code this is, of those near {@code now} that come after {@code lastStep}; empty for none. */
    OptionalLong stepOf(String code, String secret, Instant now, long lastStep) {
        long present = step(now);
        for (long step = Math.max(present - TOLERANCE, lastStep + 1); step <= present + TOLERANCE; step++) {
            byte[] right = at(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, code.strip().getBytes(StandardCharsets.US_ASCII))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    String at(String secret, long step) {
        try {
            var key = new SecretKeySpec(BASE32.decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException broken) {
            throw new IllegalStateException("the secret in the store is no key", broken);
        }
    }

    static long step(Instant now) {
        return now.getEpochSecond() / STEP.toSeconds();
    }
}
