package io.dianmai.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTests {
    private final List<String> decoded = new ArrayList<>();
    private boolean holds = true;
    private final VerifiedTokens tokens = new VerifiedTokens(this::decode, _ -> result());

    @Test
    void checksASignatureOnce() {
        assertThat(tokens.decode("a.b.c")).isSameAs(tokens.decode("a.b.c"));
        tokens.decode("a.b.d");
        assertThat(decoded).containsExactly("a.b.c", "a.b.d");
    }

    @Test
    void asksEveryTimeWhetherATokenIsStillGood() {
        tokens.decode("a.b.c");
        holds = false;
        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("a.b.c"));
        holds = true;
        tokens.decode("a.b.c");
        assertThat(decoded).hasSize(2);
    }

    @Test
    void remembersNoForgery() {
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("forged"));
            assertThat(decoded).hasSize(attempt);
        }
    }

    private Jwt decode(String token) {
        decoded.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("no such key");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").subject("dms").build();
    }

    private OAuth2TokenValidatorResult result() {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }
}
