package io.dianmai.gateway.identity.external;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.person.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who somebody is, by the claims of the group's own issuer. Of several roles that suit his place the first one counts. */
@Component
public class ExternalPeople {
    private static final Logger log = LoggerFactory.getLogger(ExternalPeople.class);

    private static final String NO_PASSWORD = "{external}";

    private final ExternalIssuer issuer;

    ExternalPeople(ExternalIssuer issuer) {
        this.issuer = issuer;
    }

    /** Empty when the claims name no role or place of this platform. */
    public Optional<Person> of(Map<String, Object> claims) {
        String username = text(claims, issuer.claims().username());
        String place = text(claims, issuer.claims().place());
        Optional<Place> whereabouts = Optional.ofNullable(place).flatMap(Place::parse);
        Optional<Role> role = whereabouts.flatMap(where -> role(claims, where));
        if (username == null || place == null || role.isEmpty()) {
            log.info("{} of the external issuer has no role and place here", username);
            return Optional.empty();
        }
        String name = text(claims, issuer.claims().name());
        return Optional.of(new Person(
                Person.EXTERNAL + username,
                NO_PASSWORD,
                false,
                name == null ? username : name,
                text(claims, issuer.claims().staffId()),
                role.get(),
                place,
                false,
                Instant.EPOCH));
    }

    private Optional<Role> role(Map<String, Object> claims, Place where) {
        return texts(claims, issuer.claims().roles()).stream()
                .flatMap(name -> issuer.role(name).stream())
                .filter(where::suits)
                .findFirst();
    }

    private static @Nullable String text(Map<String, Object> claims, String path) {
        return at(claims, path) instanceof String text && !text.isBlank() ? text : null;
    }

    private static List<String> texts(Map<String, Object> claims, String path) {
        return at(claims, path) instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A claim whose own name has dots is found under it first. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested
                ? at(nested, path.substring(dot + 1))
                : null;
    }
}
