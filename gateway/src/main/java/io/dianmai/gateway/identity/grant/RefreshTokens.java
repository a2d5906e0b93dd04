package io.dianmai.gateway.identity.grant;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes refresh tokens for programs without a secret, too: they are good once, and a second use ends them all. */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
    private final Clock clock;

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        OAuth2Authorization grant = context.getAuthorization();
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || grant == null) {
            return null;
        }
        String handle = Objects.requireNonNull(grant.getAttribute(GrantForms.HANDLE), "a grant has a handle");
        Instant now = clock.instant();
        return new OAuth2RefreshToken(
                Handles.refreshToken(handle),
                now,
                now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
    }
}
