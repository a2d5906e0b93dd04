package io.dianmai.gateway.identity.client;

import io.dianmai.contracts.org.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A program that speaks for a store, or for the platform's operations.
 *
 * @param secrets the newest first; at most two, while the older one is being replaced
 * @param storeId the store it speaks for; absent for operations
 */
@Document("clients")
public record Client(
        @Id String clientId, List<Secret> secrets, @Nullable String storeId, Role role, Instant createdAt) {
    public Client {
        secrets = List.copyOf(secrets);
    }

    /**
     * A secret, as far as it is kept.
     *
     * @param hash with the name of its algorithm in front
     * @param goodUntil absent for no end
     */
    public record Secret(
            String hash, Instant createdAt, @Nullable Instant goodUntil) {
        boolean goodAt(Instant now) {
            return goodUntil == null || now.isBefore(goodUntil);
        }

        private Secret endingAt(Instant end) {
            return goodUntil == null || end.isBefore(goodUntil) ? new Secret(hash, createdAt, end) : this;
        }
    }

    List<String> hashesGoodAt(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.goodAt(now))
                .map(Secret::hash)
                .toList();
    }

    /** With another secret; the present one is good for a while yet, older ones no longer. */
    Client rotated(String hash, Instant now, Duration overlap) {
        return new Client(
                clientId,
                Stream.concat(
                                Stream.of(new Secret(hash, now, null)),
                                secrets.stream()
                                        .limit(1)
                                        .map(secret -> secret.endingAt(now.plus(overlap)))
                                        .filter(secret -> secret.goodAt(now)))
                        .toList(),
                storeId,
                role,
                createdAt);
    }
}
