package io.dianmai.gateway.identity.session;

import io.dianmai.gateway.identity.IdentityProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** From a browser's cookie to who has signed in there, and back. */
@Component
public class SessionContexts implements SecurityContextRepository {
    private static final String COOKIE = "DIANMAI_SESSION";
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private final Sessions sessions;
    private final SignedIn who;
    private final IdentityProperties properties;

    SessionContexts(Sessions sessions, SignedIn who, IdentityProperties properties) {
        this.sessions = sessions;
        this.who = who;
        this.properties = properties;
    }

    /** Whether a request comes with a session, be it a good one or not. */
    public static boolean comesWithOne(HttpServletRequest request) {
        return WebUtils.getCookie(request, COOKIE) != null;
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // the framework still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return find(exchange.getRequest())
                .<SecurityContext>map(session -> new SecurityContextImpl(new SessionAuthentication(session)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** {@inheritDoc} A new session for each sign-in; none for somebody who is nobody here. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication signedIn = context.getAuthentication();
        if (signedIn instanceof SessionAuthentication) {
            return;
        }
        key(request).ifPresent(sessions::end);
        if (signedIn == null) {
            set(response, "", Duration.ZERO);
        } else {
            who.person(signedIn).ifPresent(person -> set(response, sessions.start(person), UNTIL_CLOSED));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private Optional<Session> find(HttpServletRequest request) {
        return key(request).flatMap(sessions::find);
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    private void set(HttpServletResponse response, String value, Duration maxAge) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(properties.encrypted())
                        .sameSite("Lax")
                        .maxAge(maxAge)
                        .build()
                        .toString());
    }
}
