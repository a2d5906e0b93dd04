package io.dianmai.gateway.identity.token;

import io.dianmai.gateway.identity.person.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Who a request's token was made for, where the gateway itself has just made it. */
public final class Bearer {
    /** How long a token lives that is made for the request it comes with. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String ATTRIBUTE = Bearer.class.getName();

    private Bearer() {}

    public static void of(HttpServletRequest request, Person person) {
        request.setAttribute(ATTRIBUTE, person);
    }

    public static Optional<Person> in(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Person person ? Optional.of(person) : Optional.empty();
    }
}
