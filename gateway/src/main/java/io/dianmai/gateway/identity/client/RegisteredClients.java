package io.dianmai.gateway.identity.client;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** All programs that the token endpoint knows. Read from the store each time: a revoked one is refused at once. */
@Component
class RegisteredClients implements RegisteredClientRepository {
    private final Clients clients;
    private final Apps apps;

    RegisteredClients(Clients clients, Apps apps) {
        this.clients = clients;
        this.apps = apps;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.registered(clientId).or(() -> apps.registered(clientId)).orElse(null);
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
}
