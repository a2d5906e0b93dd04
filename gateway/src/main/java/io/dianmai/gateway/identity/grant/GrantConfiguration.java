package io.dianmai.gateway.identity.grant;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** What the token endpoint gives out. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {
    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokens(
            JwtEncoder encoder, OAuth2TokenCustomizer<JwtEncodingContext> claims, Clock clock) {
        var accessTokens = new JwtGenerator(encoder);
        accessTokens.setJwtCustomizer(claims);
        accessTokens.setClock(clock);
        return new DelegatingOAuth2TokenGenerator(accessTokens, new RefreshTokens(clock));
    }
}
