package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who signs in.
 *
 * @param passwordHash with the name of its algorithm in front
 * @param name as shown on screens
 * @param staffId his number in the registry, where his work is found under it
 * @param place as {@link Place#parse} reads it
 */
@Document("people")
record Person(
        @Id String username,
        String passwordHash,
        String name,
        @Nullable String staffId,
        Role role,
        String place) {
    Place whereabouts() {
        return Place.parse(place)
                .orElseThrow(() -> new IllegalStateException("the place of " + username + " is unreadable"));
    }
}
