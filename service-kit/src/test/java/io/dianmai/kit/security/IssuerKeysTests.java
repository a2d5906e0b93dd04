package io.dianmai.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import io.dianmai.kit.test.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerKeysTests {
    private static final Duration SHORT = Duration.ofMillis(1_001);

    @Test
    void worksOnceTheIssuerIsThereAndGoesOnWhenItLeaves() {
        TestIssuer before = TestIssuer.start();
        String early = token(before);
        JwtDecoder decoder = ViewerAutoConfiguration.decoder(before.issuer(), URI.create(before.jwkSetUri()), SHORT);
        before.close();
        assertThatThrownBy(() -> decoder.decode(early))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);

        TestIssuer back = TestIssuer.start(before.port());
        String valid = token(back);
        await().untilAsserted(
                        () -> assertThat(decoder.decode(valid).getSubject()).isEqualTo("x"));
        back.close();
        Duration longerThanFresh = Duration.ofMillis(2_500);
        await().pollDelay(longerThanFresh)
                .untilAsserted(
                        () -> assertThat(decoder.decode(valid).getSubject()).isEqualTo("x"));
    }

    @Test
    void learnsANewKeyWhenATokenNamesIt() {
        TestIssuer first = TestIssuer.start();
        JwtDecoder decoder = ViewerAutoConfiguration.decoder(first.issuer(), URI.create(first.jwkSetUri()), SHORT);
        assertThat(decoder.decode(token(first)).getSubject()).isEqualTo("x");
        first.close();
        try (TestIssuer rotated = TestIssuer.start(first.port())) {
            String valid = token(rotated);
            await().untilAsserted(
                            () -> assertThat(decoder.decode(valid).getSubject()).isEqualTo("x"));
        }
    }

    private static String token(TestIssuer issuer) {
        return issuer.sign(new JWTClaimsSet.Builder()
                .issuer(issuer.issuer())
                .subject("x")
                .audience(Claims.AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    }
}
