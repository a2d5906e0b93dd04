package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.page.PasswordPage;
import io.dianmai.gateway.identity.page.SecondFactorPage;
import io.dianmai.gateway.identity.page.SignInPage;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Notes when somebody signed in, so that sessions from before a change of his account end; and leads him on. */
@Component
public class SessionStart implements AuthenticationSuccessHandler {
    private static final String ATTRIBUTE = SessionStart.class.getName();
    private static final String NO_ROLE = SignIn.PAGE + "?notice=" + SignInPage.Notice.NO_ROLE;

    private final SignedIn who;
    private final SecondFactors factors;
    private final Clock clock;

    SessionStart(SignedIn who, SecondFactors factors, Clock clock) {
        this.who = who;
        this.factors = factors;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        request.getSession().setAttribute(ATTRIBUTE, clock.instant());
        response.sendRedirect(who.person(authentication).map(this::next).orElse(NO_ROLE));
    }

    private String next(Person person) {
        if (person.temporary()) {
            return PasswordPage.PATH;
        }
        return factors.isMissing(person) ? SecondFactorPage.PATH : "/";
    }

    /** Whether the account was changed since somebody signed in. */
    static boolean isBefore(HttpSession session, Instant changedAt) {
        return !(session.getAttribute(ATTRIBUTE) instanceof Instant start) || start.isBefore(changedAt);
    }
}
