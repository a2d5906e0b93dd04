package io.dianmai.gateway.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in the browser what a program asked for while its person signs in first. Only the query: it leads to the
 * authorization endpoint and nowhere else, whoever has written the cookie.
 */
public final class Detour {
    /** The page that leads back to it. */
    public static final String GO_ON = "/go-on";

    /** Where it begins and ends. */
    public static final String TO = "/oauth2/authorize";

    private static final String COOKIE = "DIANMAI_DETOUR";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final int LONGEST = 2_000;

    private Detour() {}

    public static boolean isOn(HttpServletRequest request) {
        return WebUtils.getCookie(request, COOKIE) != null;
    }

    public static void begin(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        String query = request.getQueryString();
        if (query != null && query.length() <= LONGEST) {
            var encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(query.getBytes(StandardCharsets.UTF_8));
            set(response, encoded, LASTS, secure);
        }
    }

    /** Where it leads back to; it is over then. */
    public static Optional<String> end(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        set(response, "", Duration.ZERO, secure);
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Detour::decoded)
                .map(query -> TO + "?" + query);
    }

    private static Optional<String> decoded(String value) {
        try {
            String query = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return query.isBlank() || query.length() > LONGEST ? Optional.empty() : Optional.of(query);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static void set(HttpServletResponse response, String value, Duration lasts, boolean secure) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
