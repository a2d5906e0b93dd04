package io.dianmai.gateway.identity.external;

import com.nimbusds.jwt.JWTParser;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.token.AccessTokens;
import io.dianmai.gateway.identity.token.Bearer;
import io.dianmai.gateway.identity.token.BearerRequest;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.ProblemWriter;
import io.dianmai.kit.problem.SecurityProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Exchanges a bearer token of the group's own issuer for a short-lived one of the gateway, for this request. */
public final class ExternalBearer extends OncePerRequestFilter {
    static final ProblemType UNMAPPED = ProblemType.of(
            "no-role-here", "The external account has no role and place on this platform", HttpStatus.FORBIDDEN);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String BEARER = "Bearer ";

    private final String issuer;
    private final JwtDecoder decoder;
    private final ExternalPeople people;
    private final AccessTokens tokens;
    private final SecurityProblems refusals;
    private final ProblemWriter problems;

    public ExternalBearer(
            String issuer,
            JwtDecoder decoder,
            ExternalPeople people,
            AccessTokens tokens,
            SecurityProblems refusals,
            ProblemWriter problems) {
        this.issuer = issuer;
        this.decoder = decoder;
        this.people = people;
        this.tokens = tokens;
        this.refusals = refusals;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = tokenOf(request);
        if (token == null || !issuer.equals(issuerOf(token))) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Optional<Person> person = people.of(decoder.decode(token).getClaims());
            if (person.isEmpty()) {
                problems.write(response, noRole());
                return;
            }
            Bearer.of(request, person.get());
            chain.doFilter(new BearerRequest(request, tokens.mint(person.get(), Bearer.LIFETIME)), response);
        } catch (BadJwtException bad) {
            refusals.commence(request, response, new InvalidBearerTokenException("of the external issuer", bad));
        } catch (JwtException away) {
            problems.write(response, unavailable());
        }
    }

    static ProblemException noRole() {
        return new ProblemException(UNMAPPED, "Whoever keeps the external accounts gives both.");
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable("The external issuer cannot be asked just now.", RETRY_AFTER);
    }

    private static @Nullable String tokenOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** What the token says of itself, unchecked: only to know who shall check it. */
    private static @Nullable String issuerOf(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException none) {
            return null;
        }
    }
}
