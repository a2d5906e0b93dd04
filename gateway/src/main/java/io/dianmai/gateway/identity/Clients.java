package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
class Clients implements RegisteredClientRepository {
    static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Clients(MongoTemplate mongo, PasswordEncoder encoder, Clock clock) {
        this.mongo = mongo;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** A client just made; its secret is nowhere else. */
    record Issued(String clientId, String secret) {}

    Issued issueFor(String storeId) {
        return issue(storeId + "-" + Secrets.suffix(), storeId, Role.STORE_SYSTEM);
    }

    Issued issueForOperations(String clientId) {
        return issue(clientId, null, Role.OPERATIONS);
    }

    private Issued issue(String clientId, @Nullable String storeId, Role role) {
        String secret = Secrets.secret();
        mongo.save(new Client(clientId, encoder.encode(secret), storeId, role, clock.instant()));
        return new Issued(clientId, secret);
    }

    /** Whether there was such a client. Its tokens remain good until they expire. */
    boolean revoke(String clientId) {
        return mongo.remove(named(clientId), Client.class).getDeletedCount() == 1;
    }

    Optional<Client> find(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, Client.class));
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return find(clientId).map(Clients::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** Called when a secret's hash is renewed with a stronger algorithm. */
    @Override
    public void save(RegisteredClient client) {
        mongo.updateFirst(
                named(client.getClientId()), Update.update("secretHash", client.getClientSecret()), Client.class);
    }

    private static Query named(String clientId) {
        return Query.query(Criteria.where("_id").is(clientId));
    }

    private static RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret(client.secretHash())
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
