package io.dianmai.gateway.identity.grant;

import io.dianmai.gateway.identity.Hashes;
import io.dianmai.gateway.identity.person.Secrets;
import java.util.Optional;

/**
 * How a grant is found by what was given out for it. A code leads to the grant's handle, a refresh token begins with it,
 * and a hash of it is the id: what an access token says of the grant opens nothing.
 */
final class Handles {
    private static final char BETWEEN = '.';

    private Handles() {}

    static String ofCode(String code) {
        return Hashes.of(code);
    }

    static Optional<String> ofRefreshToken(String token) {
        int end = token.indexOf(BETWEEN);
        return end < 1 ? Optional.empty() : Optional.of(token.substring(0, end));
    }

    static String refreshToken(String handle) {
        return handle + BETWEEN + Secrets.secret();
    }

    static String id(String handle) {
        return Hashes.of(handle);
    }
}
