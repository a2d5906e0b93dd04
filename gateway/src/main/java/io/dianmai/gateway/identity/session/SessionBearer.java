package io.dianmai.gateway.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dianmai.gateway.identity.person.OwnPassword;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import io.dianmai.gateway.identity.token.AccessTokens;
import io.dianmai.gateway.identity.token.Bearer;
import io.dianmai.gateway.identity.token.BearerRequest;
import io.dianmai.gateway.identity.token.Standing;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemWriter;
import io.dianmai.kit.security.ViewerConverter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request of a signed-in browser the token of its person, so that behind this filter, here and in the services,
 * there is only one way to be somebody. The token is short-lived, and made anew by any instance that has none at hand.
 */
public final class SessionBearer extends OncePerRequestFilter {
    /** A token is replaced this long before it expires, so that it outlives the request it is for. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int ENTRIES = 10_000;

    private final SecurityContextRepository requests = new RequestAttributeSecurityContextRepository();
    private final Cache<String, Made> made = Caffeine.newBuilder()
            .maximumSize(ENTRIES)
            .expireAfterWrite(Bearer.LIFETIME)
            .build();
    private final SessionContexts sessions;
    private final SignedIn who;
    private final SecondFactors factors;
    private final Standing standing;
    private final AccessTokens tokens;
    private final ViewerConverter viewers;
    private final ProblemWriter problems;
    private final Clock clock;

    public SessionBearer(
            SessionContexts sessions,
            SignedIn who,
            SecondFactors factors,
            Standing standing,
            AccessTokens tokens,
            ViewerConverter viewers,
            ProblemWriter problems,
            Clock clock) {
        this.sessions = sessions;
        this.who = who;
        this.factors = factors;
        this.standing = standing;
        this.tokens = tokens;
        this.viewers = viewers;
        this.problems = problems;
        this.clock = clock;
    }

    private record Made(Person person, Jwt token) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Made> bearer;
        try {
            bearer = bearer(request);
        } catch (ProblemException somethingElseFirst) {
            problems.write(response, somethingElseFirst);
            return;
        }
        if (bearer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Jwt token = bearer.get().token();
        authenticate(request, response, token);
        Bearer.of(request, bearer.get().person());
        chain.doFilter(new BearerRequest(request, token), response);
    }

    private Optional<Made> bearer(HttpServletRequest request) {
        if (!(sessions.loadDeferredContext(request).get().getAuthentication()
                instanceof SessionAuthentication browser)) {
            return Optional.empty();
        }
        String session = browser.session().id();
        Made before = made.getIfPresent(session);
        if (before != null && lasts(before.token()) && standing.holds(before.token())) {
            return Optional.of(before);
        }
        Optional<Made> next = who.person(browser).map(this::mint);
        next.ifPresent(one -> made.put(session, one));
        return next;
    }

    private Made mint(Person person) {
        if (person.temporary()) {
            throw OwnPassword.needed();
        }
        if (factors.isMissing(person)) {
            throw SecondFactors.needed();
        }
        return new Made(person, tokens.mint(person, Bearer.LIFETIME));
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
