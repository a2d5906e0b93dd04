package io.dianmai.gateway.identity.person;

import io.dianmai.kit.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a password must be. Length is what counts; letters of certain sorts are not asked for. */
final class PasswordRules {
    static final int SHORTEST = 8;

    /** What bcrypt looks at, in bytes; the rest of a longer password would count for nothing. */
    static final int LONGEST = 72;

    private PasswordRules() {}

    /** What is wrong with a password of that account, if anything is. */
    static Optional<Violation> objection(String pointer, String password, String username) {
        if (password.length() < SHORTEST) {
            return Optional.of(new Violation(pointer, "Must have at least " + SHORTEST + " characters."));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(new Violation(pointer, "Must not be longer than " + LONGEST + " bytes."));
        }
        return password.equalsIgnoreCase(username)
                ? Optional.of(new Violation(pointer, "Must not be the user name."))
                : Optional.empty();
    }
}
