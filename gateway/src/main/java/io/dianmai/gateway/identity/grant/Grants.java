package io.dianmai.gateway.identity.grant;

import io.dianmai.gateway.identity.Expiring;
import io.dianmai.gateway.identity.Hashes;
import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.gateway.identity.token.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * What programs were granted, the same for every instance. A code or refresh token that comes a second time was stolen,
 * or copied by somebody who is about to find out: all that came of that grant ends.
 */
@Component
class Grants implements OAuth2AuthorizationService {
    private final MongoTemplate mongo;
    private final GrantForms forms;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Expiring expiring;

    Grants(MongoTemplate mongo, GrantForms forms, Standing standing, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.forms = forms;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
        this.expiring = new Expiring(mongo, Grant.class);
    }

    /** {@inheritDoc} Of client credentials nothing is kept: nobody asks for them again. */
    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.AUTHORIZATION_CODE)) {
            return;
        }
        Integer turn = authorization.getAttribute(GrantForms.TURN);
        if (turn == null) {
            mongo.insert(forms.begun(authorization));
            expiring.added(clock.instant());
            return;
        }
        var refresh = authorization.getRefreshToken();
        if (refresh == null || refresh.isInvalidated()) {
            remove(authorization);
        } else {
            turn(authorization, turn, refresh.getToken());
        }
    }

    /** Of two who come at the same moment with the same token one is too late. */
    private void turn(OAuth2Authorization authorization, int turn, OAuth2RefreshToken refresh) {
        Query unchanged =
                named(authorization.getId()).addCriteria(Criteria.where("turn").is(turn));
        Update next = new Update()
                .set("turn", turn + 1)
                .set("refreshHash", Hashes.of(refresh.getTokenValue()))
                .set("expiresAt", Objects.requireNonNull(refresh.getExpiresAt(), "a refresh token ends"));
        if (mongo.updateFirst(unchanged, next, Grant.class).getMatchedCount() == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        if (turn == 0) {
            tell(Kind.SIGNED_IN, authorization.getPrincipalName(), authorization.getRegisteredClientId());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        end(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && type.getValue().equals(OAuth2ParameterNames.CODE)) {
            return byCode(token);
        }
        return type == null || type.equals(OAuth2TokenType.REFRESH_TOKEN) ? byRefreshToken(token) : null;
    }

    private @Nullable OAuth2Authorization byCode(String code) {
        String handle = Handles.ofCode(code);
        return find(handle)
                .filter(grant -> notReplayed(grant, grant.refreshHash() == null))
                .map(grant -> forms.withCode(grant, handle, code))
                .orElse(null);
    }

    private @Nullable OAuth2Authorization byRefreshToken(String token) {
        String handle = Handles.ofRefreshToken(token).orElse(null);
        return Optional.ofNullable(handle)
                .flatMap(this::find)
                .filter(grant -> notReplayed(grant, Hashes.of(token).equals(grant.refreshHash())))
                .map(grant -> forms.withRefreshToken(grant, Objects.requireNonNull(handle), token))
                .orElse(null);
    }

    private Optional<Grant> find(String handle) {
        Instant now = clock.instant();
        return Optional.ofNullable(mongo.findById(Handles.id(handle), Grant.class))
                .filter(grant -> now.isBefore(grant.expiresAt()))
                .filter(grant -> standing.holdsSince(grant.username(), grant.createdAt()));
    }

    private boolean notReplayed(Grant grant, boolean first) {
        if (!first) {
            end(grant.id());
            tell(Kind.TOKEN_REPLAYED, grant.username(), grant.clientId());
        }
        return first;
    }

    private void end(String id) {
        mongo.remove(named(id), Grant.class);
        standing.forgetGrant(id);
    }

    private void tell(Kind what, String username, String clientId) {
        events.publishEvent(new IdentityEvent(what, username, username, clientId));
    }

    private static Query named(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
