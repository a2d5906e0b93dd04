package io.dianmai.gateway.identity.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.client.Clients;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.kit.personal.SecretBox;
import io.dianmai.kit.security.Claims;
import io.dianmai.kit.security.VerifiedTokens;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The issuer: its key, and what it writes into tokens. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {
    @Bean
    JWKSource<SecurityContext> signingKeys(
            MongoTemplate mongo, SecretBox box, IdentityProperties properties, Clock clock) {
        return new SigningKeys(mongo, box, properties.signingKeysFor(), clock);
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        var encoder = new NimbusJwtEncoder(signingKeys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /** Its own tokens the gateway checks without asking itself over HTTP. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKeys, IdentityProperties properties, Standing standing) {
        var decoder = NimbusJwtDecoder.withJwkSource(signingKeys).build();
        var validator = new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.gatewayUrl().toString()),
                new JwtAudienceValidator(Claims.AUDIENCE),
                standing);
        decoder.setJwtValidator(validator);
        return new VerifiedTokens(decoder, validator);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.gatewayUrl().toString())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claimsOfTokens(Clients clients, People people, TokenClaims claims) {
        return token -> {
            String clientId = token.getRegisteredClient().getClientId();
            token.getClaims().audience(List.of(Claims.AUDIENCE));
            if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
                clients.find(clientId)
                        .ifPresent(client -> token.getClaims().claims(all -> all.putAll(claims.of(client))));
            } else {
                Authentication principal = Objects.requireNonNull(token.getPrincipal(), "a program acts for somebody");
                Person person = people.findOpen(principal.getName())
                        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
                token.getClaims().claims(all -> all.putAll(claims.of(person, clientId, grantOf(token))));
            }
        };
    }

    private static String grantOf(JwtEncodingContext token) {
        return Objects.requireNonNull(token.getAuthorization(), "a program acts by a grant")
                .getId();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
