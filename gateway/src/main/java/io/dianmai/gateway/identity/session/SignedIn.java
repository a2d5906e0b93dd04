package io.dianmai.gateway.identity.session;

import io.dianmai.gateway.identity.external.ExternalPeople;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Who has signed in: an account here, or somebody of the group's own issuer. */
@Component
public class SignedIn {
    private final People people;
    private final ExternalPeople external;
    private final Sessions sessions;

    SignedIn(People people, ExternalPeople external, Sessions sessions) {
        this.people = people;
        this.external = external;
        this.sessions = sessions;
    }

    /** Empty for a closed account, and for somebody who has no role here. */
    public Optional<Person> person(Authentication signedIn) {
        if (signedIn instanceof SessionAuthentication browser
                && browser.session().external() != null) {
            return sessions.external(browser.session());
        }
        return signedIn.getPrincipal() instanceof OAuth2User user
                ? external.of(user.getAttributes())
                : people.findOpen(signedIn.getName());
    }
}
