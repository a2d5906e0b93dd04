package io.dianmai.gateway.identity.client;

import io.dianmai.gateway.identity.person.Secrets;
import io.dianmai.gateway.identity.token.Standing;
import io.dianmai.contracts.org.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The programs that may fetch tokens. They are read from the store at every token request, so a revoked one is refused
 * at once.
 */
@Component
public class Clients implements RegisteredClientRepository {
    static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final PasswordEncoder encoder;
    private final Standing standing;
    private final Clock clock;

    Clients(MongoTemplate mongo, PasswordEncoder encoder, Standing standing, Clock clock) {
        this.mongo = mongo;
        this.encoder = encoder;
        this.standing = standing;
        this.clock = clock;
    }

    /** A client just made, or its new secret; the secret is nowhere else. */
    record Issued(Client client, String secret) {
        String clientId() {
            return client.clientId();
        }
    }

    Issued issueFor(String storeId) {
        return issue(storeId + "-" + Secrets.suffix(), storeId, Role.STORE_SYSTEM);
    }

    Issued issueForOperations(String clientId) {
        return issue(clientId, null, Role.OPERATIONS);
    }

    private Issued issue(String clientId, @Nullable String storeId, Role role) {
        String secret = Secrets.secret();
        Instant now = now();
        var client = new Client(clientId, List.of(new Client.Secret(encode(secret), now, null)), storeId, role, now);
        mongo.save(client);
        return new Issued(client, secret);
    }

    /**
     * A new secret for a client; the present one stays good for {@code overlap}.
     *
     * @return empty when there is no such client
     * @throws OptimisticLockingFailureException when somebody else rotates it at the same moment
     */
    Optional<Issued> rotate(String clientId, Duration overlap) {
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
            return new Issued(rotated, secret);
        });
    }

    /** Whether there was such a client. Its tokens are refused as soon as {@link Standing} has heard. */
    boolean revoke(String clientId) {
        boolean revoked = mongo.remove(named(clientId), Client.class).getDeletedCount() == 1;
        standing.forget(clientId);
        return revoked;
    }

    Optional<Client> find(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, Client.class));
    }

    /** All of a store, or of all stores, in order of ids. */
    List<Client> all(@Nullable String storeId) {
        Query wanted = storeId == null
                ? new Query()
                : Query.query(Criteria.where("storeId").is(storeId));
        return mongo.find(wanted.with(Sort.by("_id")), Client.class);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        Instant now = now();
        return find(clientId).map(client -> registered(client, now)).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** {@inheritDoc} Never called: {@link AnySecret} asks for no renewal of hashes. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are made by HQ and operations");
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
