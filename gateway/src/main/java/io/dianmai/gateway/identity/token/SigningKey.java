package io.dianmai.gateway.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;

/**
 * A key that signs tokens, has signed them, or will.
 *
 * @param number 1 for the first; each one is the successor of the one before
 */
record SigningKey(long number, RSAKey jwk, Instant createdAt) {
    private static final int BITS = 2048;

    static SigningKey generate(long number, Instant now) {
        try {
            return new SigningKey(
                    number,
                    new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyID(UUID.randomUUID().toString())
                            .generate(),
                    now);
        } catch (JOSEException failed) {
            throw new IllegalStateException("this Java cannot make RSA keys", failed);
        }
    }

    static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException failed) {
            throw new IllegalStateException("the signing key in the store is unreadable", failed);
        }
    }
}
