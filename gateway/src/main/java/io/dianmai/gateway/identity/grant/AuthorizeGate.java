package io.dianmai.gateway.identity.grant;

import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.session.Detour;
import io.dianmai.gateway.identity.session.SessionStart;
import io.dianmai.gateway.identity.session.SignedIn;
import io.dianmai.gateway.identity.signin.SignIn;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** In front of the authorization endpoint: lets those pass who have signed in and have nothing else to do first. */
public final class AuthorizeGate extends OncePerRequestFilter {
    public static final String PATH = Detour.TO;

    private static final ProblemType EXTERNAL =
            ProblemType.of("external-account", "The account is at the group's own issuer", HttpStatus.FORBIDDEN);

    private final SignedIn who;
    private final SessionStart start;
    private final ProblemWriter problems;
    private final IdentityProperties properties;

    public AuthorizeGate(SignedIn who, SessionStart start, ProblemWriter problems, IdentityProperties properties) {
        this.who = who;
        this.start = start;
        this.problems = problems;
        this.properties = properties;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        Optional<Person> person = Optional.ofNullable(signedIn).flatMap(who::person);
        if (person.filter(one -> Person.isExternal(one.username())).isPresent()) {
            problems.write(
                    response, new ProblemException(EXTERNAL, "Programs get tokens for it there, and bring them here."));
            return;
        }
        Optional<String> first = person.map(start::firstStep).orElse(Optional.of(SignIn.PAGE));
        if (first.isPresent()) {
            Detour.begin(request, response, properties.encrypted());
            response.sendRedirect(first.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
