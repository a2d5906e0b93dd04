package io.dianmai.gateway.customer;

import io.dianmai.kit.customer.CustomerFilesController;
import io.dianmai.kit.security.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/** Tokens of the gateway itself, for what it asks services in nobody's name: without any role, and for a minute. */
@Component
class GatewayToken {
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final JwtEncoder encoder;
    private final AuthorizationServerSettings issuer;
    private final Clock clock;

    GatewayToken(JwtEncoder encoder, AuthorizationServerSettings issuer, Clock clock) {
        this.encoder = encoder;
        this.issuer = issuer;
        this.clock = clock;
    }

    String mint() {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(Objects.requireNonNull(issuer.getIssuer(), "the issuer has a name"))
                .subject(CustomerFilesController.GATEWAY)
                .audience(List.of(Claims.AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim(Claims.ROLES, List.of())
                .claim(Claims.STORES, List.of())
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
