package io.dianmai.gateway.identity.session;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.gateway.identity.person.OwnPassword;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import io.dianmai.gateway.identity.signin.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Leads on whoever has just signed in. */
@Component
public class SessionStart implements AuthenticationSuccessHandler {
    private static final String NO_ROLE = SignIn.PAGE + "?notice=" + SignIn.Notice.NO_ROLE;

    private final SignedIn who;
    private final SecondFactors factors;
    private final ApplicationEventPublisher events;

    SessionStart(SignedIn who, SecondFactors factors, ApplicationEventPublisher events) {
        this.who = who;
        this.factors = factors;
        this.events = events;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        Optional<Person> person = who.person(signedIn);
        if (signedIn.getPrincipal() instanceof OAuth2User) {
            tellOfExternal(signedIn, person);
        }
        response.sendRedirect(person.map(
                        one -> firstStep(one).orElseGet(() -> Detour.isOn(request) ? Detour.GO_ON : "/"))
                .orElse(NO_ROLE));
    }

    private void tellOfExternal(Authentication signedIn, Optional<Person> person) {
        String name = person.map(Person::username).orElseGet(signedIn::getName);
        events.publishEvent(
                person.isPresent()
                        ? new IdentityEvent(Kind.SIGNED_IN, name, name, "external")
                        : new IdentityEvent(Kind.SIGN_IN_FAILED, name, name, "no-role"));
    }

    /** The page of what somebody must do before anything else, if there is such a thing. */
    public Optional<String> firstStep(Person person) {
        if (person.temporary()) {
            return Optional.of(OwnPassword.PAGE);
        }
        return factors.isMissing(person) ? Optional.of(SecondFactors.PAGE) : Optional.empty();
    }
}
