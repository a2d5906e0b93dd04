package io.dianmai.gateway.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.kit.security.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
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

    public Standing(MongoTemplate mongo, Clock clock) {
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

    /** Whether the token is still good, as far as those go whom it speaks for. */
    public boolean holds(Jwt token) {
        Instant madeAt = Objects.requireNonNull(token.getIssuedAt(), "a token says when it was made");
        String subject = Objects.requireNonNull(token.getSubject(), "a token has a subject");
        if (token.hasClaim(Claims.CLIENT_ID)) {
            return holds(SpokenFor.CLIENT, subject, madeAt);
        }
        if (Person.isExternal(subject)) {
            // Made for one request, or for the minutes until the session asks again.
            return true;
        }
        return holds(SpokenFor.PERSON, subject, madeAt) && holdsGrant(token, madeAt);
    }

    /** What somebody got by a program that acts for him ends with that program, and with what it was granted. */
    private boolean holdsGrant(Jwt token, Instant madeAt) {
        String app = token.getClaimAsString(TokenClaims.APP);
        String grant = token.getClaimAsString(TokenClaims.GRANT);
        return app == null
                || grant == null
                || (holds(SpokenFor.APP, app, madeAt) && holds(SpokenFor.GRANT, grant, madeAt));
    }

    private boolean holds(SpokenFor kind, String name, Instant madeAt) {
        Instant since = since(kind, name);
        return since != null && !madeAt.isBefore(inTokens(since));
    }

    /** Whether somebody who signed in then may go on: his account is open and was not changed since. */
    public boolean holdsSince(String username, Instant start) {
        Instant since = since(SpokenFor.PERSON, username);
        return since != null && !start.isBefore(since);
    }

    /** Something was changed here. */
    @EventListener
    void on(IdentityEvent event) {
        for (SpokenFor kind : SpokenFor.values()) {
            known.invalidate(kind.key(event.subject()));
        }
    }

    /** What was granted was taken back here. */
    public void forgetGrant(String id) {
        known.invalidate(SpokenFor.GRANT.key(id));
    }

    private @Nullable Instant since(SpokenFor kind, String name) {
        Instant now = clock.instant();
        String key = kind.key(name);
        Known before = known.getIfPresent(key);
        if (before != null && before.freshAt(now)) {
            return before.since();
        }
        try {
            Instant since = read(kind, name);
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

    private @Nullable Instant read(SpokenFor kind, String name) {
        Document document = mongo.execute(
                kind.collection(), all -> all.find(Filters.eq("_id", name)).first());
        return document == null || document.getBoolean("closed", false)
                ? null
                : document.getDate(kind.since()).toInstant();
    }

    /** Tokens tell times in whole seconds. */
    private static Instant inTokens(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
