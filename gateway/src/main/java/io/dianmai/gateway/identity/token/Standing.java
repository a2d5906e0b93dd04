package io.dianmai.gateway.identity.token;

import io.dianmai.gateway.identity.client.Client;
import io.dianmai.gateway.identity.external.ExternalPeople;
import io.dianmai.gateway.identity.person.Person;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dianmai.kit.security.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Whether the account or client behind a token is still as it was when the token was made. A revoked client, a closed
 * account, another role or password: older tokens end within {@link #FRESH} on every instance, and at once on the one
 * that was told.
 */
@Component
public class Standing implements OAuth2TokenValidator<Jwt> {
    /** How long an answer of the store is believed. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Standing.class);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int ENTRIES = 100_000;
    private static final OAuth2TokenValidatorResult GONE = OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_token", "The account or client behind the token is gone or was changed.", null));

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(ENTRIES).expireAfterWrite(MEMORY).build();
    private final MongoTemplate mongo;
    private final Clock clock;

    Standing(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * What the store said.
     *
     * @param since tokens from before are no longer good; null when there is nobody of that name
     */
    private record Known(@Nullable Instant since, Instant readAt) {
        boolean freshAt(Instant now) {
            return now.isBefore(readAt.plus(FRESH));
        }
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return holds(token) ? OAuth2TokenValidatorResult.success() : GONE;
    }

    /** Whether the token is still good, as far as its bearer goes. */
    boolean holds(Jwt token) {
        Instant madeAt = Objects.requireNonNull(token.getIssuedAt(), "a token says when it was made");
        String subject = Objects.requireNonNull(token.getSubject(), "a token has a subject");
        boolean ofClient = token.hasClaim(Claims.CLIENT_ID);
        if (!ofClient && ExternalPeople.owns(subject)) {
            // Made for one request, or for the minutes until the session asks again.
            return true;
        }
        Instant since = since(subject, ofClient);
        return since != null && !madeAt.isBefore(since);
    }

    /** The account or client was changed here. */
    void forget(String name) {
        known.invalidate(key(name, true));
        known.invalidate(key(name, false));
    }

    private @Nullable Instant since(String name, boolean ofClient) {
        Instant now = clock.instant();
        String key = key(name, ofClient);
        Known before = known.getIfPresent(key);
        if (before != null && before.freshAt(now)) {
            return before.since();
        }
        try {
            Instant since = ofClient ? clientSince(name) : personSince(name);
            known.put(key, new Known(since, now));
            return since;
        } catch (DataAccessException away) {
            if (before == null) {
                throw away;
            }
            log.warn("accounts cannot be read, what was known of them holds on: {}", away.toString());
            return before.since();
        }
    }

    private @Nullable Instant clientSince(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, Client.class))
                .map(client -> inTokens(client.createdAt()))
                .orElse(null);
    }

    private @Nullable Instant personSince(String username) {
        return Optional.ofNullable(mongo.findById(username, Person.class))
                .filter(person -> !person.closed())
                .map(person -> inTokens(person.changedAt()))
                .orElse(null);
    }

    /** Tokens tell times in whole seconds. */
    private static Instant inTokens(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String key(String name, boolean ofClient) {
        return (ofClient ? "client:" : "person:") + name;
    }
}
