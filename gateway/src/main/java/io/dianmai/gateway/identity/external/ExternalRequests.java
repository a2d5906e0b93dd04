package io.dianmai.gateway.identity.external;

import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.kit.personal.SecretBox;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what somebody was sent to the group's own issuer with, until he comes back: sealed in his browser, so that he
 * may come back to any instance.
 */
@Component
public class ExternalRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "DIANMAI_EXTERNAL";
    private static final String PLACE = "external-sign-in";
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final JsonMapper mapper = JsonMapper.builder()
            .addModules(SecurityJacksonModules.getModules(ExternalRequests.class.getClassLoader()))
            .build();
    private final SecretBox box;
    private final IdentityProperties properties;

    ExternalRequests(SecretBox box, IdentityProperties properties) {
        this.box = box;
        this.properties = properties;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(this::opened)
                .filter(sent -> Objects.equals(sent.getState(), request.getParameter("state")))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
        if (sent == null) {
            set(response, "", Duration.ZERO);
        } else {
            set(response, box.seal(PLACE, mapper.writeValueAsString(sent)), LASTS);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest sent = loadAuthorizationRequest(request);
        if (sent != null) {
            set(response, "", Duration.ZERO);
        }
        return sent;
    }

    private Optional<OAuth2AuthorizationRequest> opened(String text) {
        try {
            return Optional.of(mapper.readValue(box.open(PLACE, text), OAuth2AuthorizationRequest.class));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private void set(HttpServletResponse response, String value, Duration lasts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/login/oauth2")
                        .httpOnly(true)
                        .secure(properties.encrypted())
                        .sameSite("Lax")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
