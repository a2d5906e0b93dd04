package io.dianmai.gateway.identity.client;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.gateway.identity.person.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The programs that may act for people: by authorization code with PKCE, and refresh tokens that are good once. */
@Component
class Apps {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    /** Since it was last used; whoever comes later signs in again. */
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

    private final MongoTemplate mongo;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Apps(MongoTemplate mongo, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.events = events;
        this.clock = clock;
    }

    App register(String name, List<String> redirectUris, String actor) {
        var app = new App(
                "app-" + Secrets.suffix(), name, redirectUris, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        mongo.insert(app);
        events.publishEvent(new IdentityEvent(Kind.CLIENT_CREATED, actor, app.clientId(), "public"));
        return app;
    }

    /** Whether there was such a program. What it was granted ends with it, on every instance within ten seconds. */
    boolean revoke(String clientId, String actor) {
        var named = Query.query(Criteria.where("_id").is(clientId));
        boolean there = mongo.remove(named, App.class).getDeletedCount() == 1;
        if (there) {
            events.publishEvent(new IdentityEvent(Kind.CLIENT_REVOKED, actor, clientId, null));
        }
        return there;
    }

    List<App> all() {
        return mongo.find(new Query().with(Sort.by("_id")), App.class);
    }

    Optional<RegisteredClient> registered(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, App.class)).map(Apps::registered);
    }

    private static RegisteredClient registered(App app) {
        return RegisteredClient.withId(app.clientId())
                .clientId(app.clientId())
                .clientName(app.name())
                .clientIdIssuedAt(app.createdAt())
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(app.redirectUris()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFETIME)
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .refreshTokenTimeToLive(REFRESH_LIFETIME)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }
}
