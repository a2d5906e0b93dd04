package io.dianmai.gateway.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dianmai.gateway.verified.VerifiedTokens;
import io.dianmai.kit.personal.SecretBox;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
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
                JwtValidators.createDefaultWithIssuer(properties.gatewayUrl().toString()), standing);
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
    OAuth2TokenCustomizer<JwtEncodingContext> clientClaims(Clients clients, TokenClaims claims) {
        return token -> clients.find(token.getRegisteredClient().getClientId())
                .ifPresent(client -> token.getClaims().claims(all -> all.putAll(claims.of(client))));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
