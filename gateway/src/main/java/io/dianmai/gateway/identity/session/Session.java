package io.dianmai.gateway.identity.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser in which somebody has signed in.
 *
 * @param id hash of what the browser's cookie says: who reads the store cannot become anybody
 * @param external somebody of the group's own issuer, sealed; absent for accounts here
 * @param seenAt about when it was last used
 * @param expiresAt its end, unless it is used before
 */
@Document("sessions")
record Session(
        @Id String id,
        String username,
        @Nullable String external,
        Instant startedAt,
        Instant seenAt,
        Instant expiresAt) {}
