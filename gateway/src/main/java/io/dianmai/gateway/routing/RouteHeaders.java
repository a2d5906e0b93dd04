package io.dianmai.gateway.routing;

import io.dianmai.kit.audit.ClientAddress;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/** What a service gets to see of a request's headers. */
final class RouteHeaders {
    private static final String FORWARDED = "forwarded";
    private static final String X_FORWARDED = "x-forwarded-";

    private RouteHeaders() {}

    /**
     * Without cookies: a session means nothing behind the gateway. Without what anybody could claim of proxies before
     * it: nobody there asks, and nobody shall begin to. With the address that the request came from, for the audit log.
     */
    static ServerRequest clean(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(RouteHeaders::remove)
                .headers(headers -> headers.set(
                        ClientAddress.HEADER, request.servletRequest().getRemoteAddr()))
                .build();
    }

    private static void remove(HttpHeaders headers) {
        headers.remove(HttpHeaders.COOKIE);
        headers.remove("X-XSRF-TOKEN");
        List.copyOf(headers.headerNames()).stream()
                .filter(RouteHeaders::claimsProxy)
                .forEach(headers::remove);
    }

    private static boolean claimsProxy(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(FORWARDED) || lower.startsWith(X_FORWARDED);
    }
}
