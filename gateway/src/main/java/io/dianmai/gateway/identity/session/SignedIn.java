package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.external.ExternalPeople;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Whose session it is: an account here, or somebody of the group's own issuer. */
@Component
public class SignedIn {
    private final People people;
    private final ExternalPeople external;

    SignedIn(People people, ExternalPeople external) {
        this.people = people;
        this.external = external;
    }

    /** Empty for a closed account, and for somebody who has no role here. */
    Optional<Person> person(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof OAuth2User user
                ? external.of(user.getAttributes())
                : people.findOpen(signedIn.getName());
    }
}
