package io.dianmai.gateway.identity.token;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tokens that look right but for one thing. */
@GatewayTest
class ForgedTokensIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JWKSource<SecurityContext> keys;

    private RSAKey key;
    private JWTClaimsSet real;

    @BeforeEach
    void take() throws Exception {
        key = (RSAKey) keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst();
        String token = Caller.json(Caller.anonymous(port)
                        .post("/api/token", "", Caller.basic(GatewayTest.HQ, GatewayTest.HQ_PASSWORD)))
                .path("access_token")
                .asString();
        real = SignedJWT.parse(token).getJWTClaimsSet();
    }

    @Test
    void takesTheRealOne() throws Exception {
        assertThat(real.getAudience()).containsExactly("dianmai");
        assertThat(bearing(signed(real)).get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOtherClaims() throws Exception {
        for (JWTClaimsSet other : List.of(
                but().expirationTime(Date.from(Instant.now().minusSeconds(61))).build(),
                but().audience("something-else").build(),
                but().audience((String) null).build(),
                but().issuer("https://elsewhere.example").build(),
                but().subject("nobody").build(),
                but().notBeforeTime(Date.from(Instant.now().plusSeconds(120))).build(),
                but().issueTime(Date.from(Instant.EPOCH)).build())) {
            assertRefused(signed(other));
        }
    }

    @Test
    void refusesOtherKeysAndAlgorithms() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        assertRefused(signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(stranger)));
        assertRefused(signed(JWSAlgorithm.RS256, "another-kid", new RSASSASigner(key)));
        assertRefused(signed(JWSAlgorithm.RS512, key.getKeyID(), new RSASSASigner(key)));
        var publicKey = new MACSigner(key.toRSAPublicKey().getEncoded());
        assertRefused(signed(JWSAlgorithm.HS256, key.getKeyID(), publicKey));
        assertRefused(new PlainJWT(real).serialize());
        String[] parts = signed(real).split("\\.");
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    private JWTClaimsSet.Builder but() {
        return new JWTClaimsSet.Builder(real);
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), real);
        token.sign(signer);
        return token.serialize();
    }

    private void assertRefused(String token) {
        assertProblem(bearing(token).get("/api/me"), 401, "unauthenticated");
    }

    private Caller bearing(String token) {
        return Caller.anonymous(port).bearing(token);
    }
}
