package io.dianmai.gateway.identity.person;

import io.dianmai.contracts.org.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who signs in.
 *
 * @param passwordHash with the name of its algorithm in front
 * @param temporary the password was given by somebody else: it is only good for choosing another one
 * @param name as shown on screens
 * @param staffId his number in the registry, where his work is found under it
 * @param place as {@link Place#parse} reads it
 * @param closed he may no longer sign in
 * @param changedAt since when password, role and place are these: older tokens are no longer good
 */
@Document("people")
public record Person(
        @Id String username,
        String passwordHash,
        boolean temporary,
        String name,
        @Nullable String staffId,
        Role role,
        String place,
        boolean closed,
        Instant changedAt) {
    /** In front of user names of the group's own issuer, so that nobody there is taken for an account here. */
    public static final String EXTERNAL = "ext:";

    /** Whether a user name is of that issuer. */
    public static boolean isExternal(String username) {
        return username.startsWith(EXTERNAL);
    }

    public Place whereabouts() {
        return Place.parse(place)
                .orElseThrow(() -> new IllegalStateException("the place of " + username + " is unreadable"));
    }
}
