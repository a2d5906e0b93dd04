package io.dianmai.gateway.identity.person;

import io.dianmai.gateway.identity.throttle.SignInThrottle;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** A person's choice of a password. It ends every older token and session of his. */
@Component
public class OwnPassword {
    /** The page on which it is chosen. */
    public static final String PAGE = "/password";

    static final ProblemType NEEDED = ProblemType.of(
            "password-change-needed", "The password must be changed before anything else", HttpStatus.FORBIDDEN);

    public static final ProblemType WRONG =
            ProblemType.of("wrong-password", "The present password is another one", HttpStatus.FORBIDDEN);

    private final People people;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;

    OwnPassword(People people, PasswordEncoder encoder, SignInThrottle throttle) {
        this.people = people;
        this.encoder = encoder;
        this.throttle = throttle;
    }

    /** Why nothing else goes yet. */
    public static ProblemException needed() {
        return new ProblemException(
                NEEDED, "Choose a password of your own on the page /password or by POST /api/me/password.");
    }

    /**
     * Changes it.
     *
     * @throws ProblemException when the present one is wrong, or the next one is no good
     * @throws TooManyTries after too many wrong ones
     */
    public void change(String username, String present, String next) {
        Person person = people.findOpen(username).orElseThrow(ProblemException::notFound);
        if (!throttle.guess(
                SignInThrottle.Key.passwordOf(username), () -> encoder.matches(present, person.passwordHash()))) {
            throw new ProblemException(WRONG, "Send the one that you have signed in with.");
        }
        PasswordRules.objection("/newPassword", next, username).ifPresent(violation -> {
            throw ProblemException.invalid(List.of(violation));
        });
        if (encoder.matches(next, person.passwordHash())) {
            throw ProblemException.invalid(List.of(new Violation("/newPassword", "Must be another one.")));
        }
        if (!people.choosePassword(person, Objects.requireNonNull(encoder.encode(next)))) {
            throw new ProblemException(WRONG, "It was changed at the same moment.");
        }
    }
}
