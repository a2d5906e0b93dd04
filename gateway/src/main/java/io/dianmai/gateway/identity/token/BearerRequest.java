package io.dianmai.gateway.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;

/** A request that came with a session, as if it had come with a bearer token. */
public final class BearerRequest extends HttpServletRequestWrapper {
    private final String authorization;

    public BearerRequest(HttpServletRequest request, Jwt token) {
        super(request);
        this.authorization = "Bearer " + token.getTokenValue();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isAuthorization(name) ? authorization : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAuthorization(name) ? Collections.enumeration(List.of(authorization)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        names.add(HttpHeaders.AUTHORIZATION);
        return Collections.enumeration(names);
    }

    private static boolean isAuthorization(String name) {
        return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name);
    }
}
