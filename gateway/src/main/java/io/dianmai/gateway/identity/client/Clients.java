package io.dianmai.gateway.identity.client;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.gateway.identity.person.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The programs that may fetch tokens. They are read from the store at every token request, so a revoked one is refused
 * at once.
 */
@Component
public class Clients {
    static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Clients(MongoTemplate mongo, PasswordEncoder encoder, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** A client just made, or its new secret; the secret is nowhere else. */
    public record Issued(Client client, String secret) {
        public String clientId() {
            return client.clientId();
        }
    }

    Issued issueFor(String storeId, String actor) {
        return issue(storeId + "-" + Secrets.suffix(), storeId, Role.STORE_SYSTEM, actor);
    }

    public Issued issueForOperations(String clientId, String actor) {
        return issue(clientId, null, Role.OPERATIONS, actor);
    }

    private Issued issue(String clientId, @Nullable String storeId, Role role, String actor) {
        String secret = Secrets.secret();
        Instant now = now();
        var client = new Client(clientId, List.of(new Client.Secret(encode(secret), now, null)), storeId, role, now);
        mongo.save(client);
        tell(Kind.CLIENT_CREATED, actor, clientId, storeId);
        return new Issued(client, secret);
    }

    /**
     * A new secret for a client; the present one stays good for {@code overlap}.
     *
     * @return empty when there is no such client
     * @throws OptimisticLockingFailureException when somebody else rotates it at the same moment
     */
    Optional<Issued> rotate(String clientId, Duration overlap, String actor) {
        return find(clientId).map(client -> {
            String secret = Secrets.secret();
            Client rotated = client.rotated(encode(secret), now(), overlap);
            Query unchanged = named(clientId)
                    .addCriteria(Criteria.where("secrets.0.hash")
                            .is(client.secrets().getFirst().hash()));
            var done = mongo.updateFirst(unchanged, Update.update("secrets", rotated.secrets()), Client.class);
            if (done.getMatchedCount() == 0) {
                throw new OptimisticLockingFailureException("the secret of " + clientId + " was just changed");
            }
            tell(Kind.CLIENT_ROTATED, actor, clientId, null);
            return new Issued(rotated, secret);
        });
    }

    /** Whether there was such a client. Its tokens are refused on every instance within ten seconds. */
    boolean revoke(String clientId, String actor) {
        boolean revoked = mongo.remove(named(clientId), Client.class).getDeletedCount() == 1;
        if (revoked) {
            tell(Kind.CLIENT_REVOKED, actor, clientId, null);
        }
        return revoked;
    }

    public Optional<Client> find(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, Client.class));
    }

    /** All of a store, or of all stores, in order of ids. */
    List<Client> all(@Nullable String storeId) {
        Query wanted = storeId == null
                ? new Query()
                : Query.query(Criteria.where("storeId").is(storeId));
        return mongo.find(wanted.with(Sort.by("_id")), Client.class);
    }

    /** As the token endpoint knows it. */
    Optional<RegisteredClient> registered(String clientId) {
        Instant now = now();
        return find(clientId).map(client -> registered(client, now));
    }

    private void tell(Kind what, String actor, String clientId, @Nullable String detail) {
        events.publishEvent(new IdentityEvent(what, actor, clientId, detail));
    }

    private String encode(String secret) {
        String hash = encoder.encode(secret);
        if (hash == null) {
            throw new IllegalStateException("a secret without a hash");
        }
        return hash;
    }

    /** As precise as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Query named(String clientId) {
        return Query.query(Criteria.where("_id").is(clientId));
    }

    private static RegisteredClient registered(Client client, Instant now) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret(AnySecret.join(client.hashesGoodAt(now)))
                .clientIdIssuedAt(client.createdAt())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }
}
