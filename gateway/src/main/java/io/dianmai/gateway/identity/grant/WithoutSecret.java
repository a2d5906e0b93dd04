package io.dianmai.gateway.identity.grant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets programs without a secret refresh and give back what they were granted: they say who they are, and the refresh
 * token is what proves it. The framework knows them only for the exchange of a code, where PKCE does.
 */
public final class WithoutSecret implements AuthenticationConverter, AuthenticationProvider {
    private static final String REVOCATION = "/oauth2/revoke";

    private final RegisteredClientRepository clients;

    public WithoutSecret(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    /** Tells this way of coming from the framework's own. */
    private static final class Named extends OAuth2ClientAuthenticationToken {
        private static final long serialVersionUID = 1L;

        Named(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
        }
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        boolean named = clientId != null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null;
        return named && isRefreshOrRevocation(request) ? new Named(clientId) : null;
    }

    private static boolean isRefreshOrRevocation(HttpServletRequest request) {
        return request.getRequestURI().equals(REVOCATION)
                || AuthorizationGrantType.REFRESH_TOKEN
                        .getValue()
                        .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        if (!(attempt instanceof Named)) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(attempt.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
