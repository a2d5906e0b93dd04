package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.secondfactor.CodeNeeded;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.ProblemWriter;
import io.dianmai.kit.problem.SecurityProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody is told whose sign-in failed. */
@Component
public class SignIn {
    public static final String PAGE = "/login";

    /** Why the form is shown again. */
    public enum Notice {
        ERROR,
        WAIT,
        BYE,
        CHANGED,
        CODE,
        NO_ROLE,
        SSO_FAILED
    }

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private static final ProblemType WRONG_CREDENTIALS =
            ProblemType.of("wrong-credentials", "The user name or the password is wrong", HttpStatus.UNAUTHORIZED);
    private static final ProblemType CODE_NEEDED =
            ProblemType.of("code-needed", "A code of the authenticator app is needed", HttpStatus.UNAUTHORIZED);
    private static final ProblemType NO_CSRF_TOKEN =
            ProblemType.of("csrf-token-missing", "The page's token is missing or wrong", HttpStatus.FORBIDDEN);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ProblemWriter writer;
    private final SecurityProblems problems;
    private final ApplicationEventPublisher events;

    SignIn(ProblemWriter writer, SecurityProblems problems, ApplicationEventPublisher events) {
        this.writer = writer;
        this.problems = problems;
        this.events = events;
    }

    /** The form again, with a notice. */
    public void failedOnPage(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case AuthenticationServiceException away -> writer.write(response, unavailable());
            case TooManyTries tries -> response.sendRedirect(PAGE + "?notice=" + Notice.WAIT);
            case CodeNeeded code -> response.sendRedirect(PAGE + "?notice=" + Notice.CODE);
            default -> response.sendRedirect(PAGE + "?notice=" + Notice.ERROR);
        }
    }

    /** The form again, when the group's own issuer did not let somebody in. */
    public void failedElsewhere(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        events.publishEvent(new IdentityEvent(IdentityEvent.Kind.SIGN_IN_FAILED, "", "", "external"));
        log.info("a sign-in at the external issuer did not succeed: {}", failure.getMessage());
        response.sendRedirect(PAGE + "?notice=" + Notice.SSO_FAILED);
    }

    /** A problem, for programs. */
    public void failedForProgram(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case AuthenticationServiceException away -> writer.write(response, unavailable());
            case TooManyTries tries -> writer.write(response, tries.problem());
            case CodeNeeded code -> writer.write(response, codeNeeded());
            default -> writer.write(response, wrongCredentials());
        }
    }

    /** Says whether it is the caller's role that is missing, or the token that guards a session. */
    public void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        switch (denied) {
            case CsrfException forged ->
                writer.write(
                        response,
                        new ProblemException(
                                NO_CSRF_TOKEN, "Send the value of the cookie XSRF-TOKEN as header X-XSRF-TOKEN."));
            default -> problems.handle(request, response, denied);
        }
    }

    /** A form that was left open too long is shown afresh. */
    public void deniedOnPage(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && request.getRequestURI().equals(PAGE)) {
            response.sendRedirect(PAGE);
        } else {
            denied(request, response, denied);
        }
    }

    private static ProblemException wrongCredentials() {
        var problem = new ProblemException(WRONG_CREDENTIALS, "Send both by HTTP Basic, or sign in on the page.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dianmai\", charset=\"UTF-8\"");
        return problem;
    }

    private static ProblemException codeNeeded() {
        return new ProblemException(
                CODE_NEEDED,
                "Send the six digits of the authenticator app as header " + SignInDetails.CODE_HEADER + ".");
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable("Accounts cannot be read just now. Try again.", RETRY_AFTER);
    }
}
