package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.person.OwnPassword;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import io.dianmai.gateway.identity.token.AccessTokens;
import io.dianmai.gateway.identity.token.BearerRequest;
import io.dianmai.gateway.identity.token.Standing;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemWriter;
import io.dianmai.kit.security.ViewerConverter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request of a signed-in browser the token of its person, so that behind this filter, here and in the services,
 * there is only one way to be somebody. The token is short-lived and kept with the session: what changes about a person
 * shows within its lifetime.
 */
public final class SessionBearer extends OncePerRequestFilter {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    /** A token is replaced this long before it expires, so that it outlives the request it is for. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String ATTRIBUTE = SessionBearer.class.getName();

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SecurityContextRepository requests = new RequestAttributeSecurityContextRepository();
    private final SignedIn who;
    private final SecondFactors factors;
    private final Standing standing;
    private final AccessTokens tokens;
    private final ViewerConverter viewers;
    private final ProblemWriter problems;
    private final Clock clock;

    SessionBearer(
            SignedIn who,
            SecondFactors factors,
            Standing standing,
            AccessTokens tokens,
            ViewerConverter viewers,
            ProblemWriter problems,
            Clock clock) {
        this.who = who;
        this.factors = factors;
        this.standing = standing;
        this.tokens = tokens;
        this.viewers = viewers;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<Jwt> token;
        try {
            token = session == null ? Optional.empty() : token(request, session);
        } catch (ProblemException somethingElseFirst) {
            problems.write(response, somethingElseFirst);
            return;
        }
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        authenticate(request, response, token.get());
        chain.doFilter(new BearerRequest(request, token.get()), response);
    }

    private Optional<Jwt> token(HttpServletRequest request, HttpSession session) {
        Authentication signedIn = sessions.loadDeferredContext(request).get().getAuthentication();
        if (signedIn == null) {
            return Optional.empty();
        }
        if (session.getAttribute(ATTRIBUTE) instanceof Jwt kept && lasts(kept) && standing.holds(kept)) {
            return Optional.of(kept);
        }
        Optional<Jwt> minted = who.person(signedIn)
                .filter(person -> !SessionStart.isBefore(session, person.changedAt()))
                .map(this::mint);
        minted.ifPresentOrElse(token -> session.setAttribute(ATTRIBUTE, token), session::invalidate);
        return minted;
    }

    private Jwt mint(Person person) {
        if (person.temporary()) {
            throw OwnPassword.needed();
        }
        if (factors.isMissing(person)) {
            throw SecondFactors.needed();
        }
        return tokens.mint(person, LIFETIME);
    }

    private boolean lasts(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry.minus(MARGIN));
    }

    private void authenticate(HttpServletRequest request, HttpServletResponse response, Jwt token) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(viewers.convert(token));
        SecurityContextHolder.setContext(context);
        requests.saveContext(context, request, response);
    }
}
