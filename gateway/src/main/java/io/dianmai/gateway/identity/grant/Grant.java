package io.dianmai.gateway.identity.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a program may act for somebody: from the authorization code on, which is exchanged once, through all its refresh
 * tokens, each of which is good once.
 *
 * @param id hash of its handle, which only the code and the refresh tokens tell
 * @param redirectUri as it was asked for
 * @param challenge of PKCE, by S256
 * @param codeUntil the end of the code
 * @param turn counts the changes
 * @param refreshHash of the only refresh token that is good now; absent until the code was exchanged
 */
@Document("grants")
record Grant(
        @Id String id,
        String clientId,
        String username,
        String redirectUri,
        String challenge,
        Instant createdAt,
        Instant codeUntil,
        int turn,
        @Nullable String refreshHash,
        Instant expiresAt) {}
