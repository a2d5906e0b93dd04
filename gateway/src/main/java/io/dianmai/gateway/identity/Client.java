package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A program that speaks for a store, or for the platform's operations.
 *
 * @param secretHash with the name of its algorithm in front
 * @param storeId the store it speaks for; absent for operations
 */
@Document("clients")
record Client(
        @Id String clientId, String secretHash, @Nullable String storeId, Role role, Instant createdAt) {}
