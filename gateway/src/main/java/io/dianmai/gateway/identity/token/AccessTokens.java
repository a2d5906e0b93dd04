package io.dianmai.gateway.identity.token;

import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.kit.security.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes the access tokens of people. Those of store systems come from the token endpoint. */
@Component
public class AccessTokens {
    private final JwtEncoder encoder;
    private final TokenClaims claims;
    private final IdentityProperties properties;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, TokenClaims claims, IdentityProperties properties, Clock clock) {
        this.encoder = encoder;
        this.claims = claims;
        this.properties = properties;
        this.clock = clock;
    }

    public Jwt mint(Person person, Duration lifetime) {
        Instant now = clock.instant();
        var content = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(properties.gatewayUrl().toString())
                .subject(person.username())
                .audience(List.of(Claims.AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claims(all -> all.putAll(claims.of(person)))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, content));
    }
}
