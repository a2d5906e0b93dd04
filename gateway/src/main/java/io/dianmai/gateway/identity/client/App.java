package io.dianmai.gateway.identity.client;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A program that acts for people who sign in for it: on a desk, a telephone or a command line. It can keep no secret.
 *
 * @param name as people know it
 * @param redirectUris where it may be led back to, exactly; at a loopback address with any port
 */
@Document("apps")
record App(@Id String clientId, String name, List<String> redirectUris, Instant createdAt) {
    App {
        redirectUris = List.copyOf(redirectUris);
    }
}
