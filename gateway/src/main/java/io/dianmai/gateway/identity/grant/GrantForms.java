package io.dianmai.gateway.identity.grant;

import io.dianmai.gateway.identity.IdentityProperties;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** From the framework's form of a grant to what is kept of it, and back as far as the next step needs it. */
@Component
class GrantForms {
    /** Attribute: which state of the grant the authorization is made of. */
    static final String TURN = "dianmai.turn";

    /** Attribute: what its refresh tokens begin with. */
    static final String HANDLE = "dianmai.handle";

    private static final String S256 = "S256";

    private final RegisteredClientRepository clients;
    private final IdentityProperties properties;

    GrantForms(RegisteredClientRepository clients, IdentityProperties properties) {
        this.clients = clients;
        this.properties = properties;
    }

    /** A grant whose code was just made. */
    Grant begun(OAuth2Authorization authorization) {
        OAuth2AuthorizationCode code = Objects.requireNonNull(
                        authorization.getToken(OAuth2AuthorizationCode.class), "a grant begins with a code")
                .getToken();
        OAuth2AuthorizationRequest request = Objects.requireNonNull(
                authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()), "a code was asked for");
        Instant until = Objects.requireNonNull(code.getExpiresAt(), "a code ends");
        return new Grant(
                Handles.id(Handles.ofCode(code.getTokenValue())),
                authorization.getRegisteredClientId(),
                authorization.getPrincipalName(),
                request.getRedirectUri() == null ? "" : request.getRedirectUri(),
                String.valueOf(request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE)),
                Objects.requireNonNull(code.getIssuedAt(), "a code begins").truncatedTo(ChronoUnit.MILLIS),
                until,
                0,
                null,
                until);
    }

    @Nullable
    OAuth2Authorization withCode(Grant grant, String handle, String code) {
        var form = form(grant, handle);
        return form == null
                ? null
                : form.token(new OAuth2AuthorizationCode(code, grant.createdAt(), grant.codeUntil()))
                        .attribute(OAuth2AuthorizationRequest.class.getName(), request(grant))
                        .build();
    }

    @Nullable
    OAuth2Authorization withRefreshToken(Grant grant, String handle, String token) {
        var form = form(grant, handle);
        return form == null
                ? null
                : form.refreshToken(new OAuth2RefreshToken(token, grant.createdAt(), grant.expiresAt()))
                        .build();
    }

    /** Null when the program is no longer registered. */
    private OAuth2Authorization.@Nullable Builder form(Grant grant, String handle) {
        RegisteredClient client = clients.findById(grant.clientId());
        return client == null
                ? null
                : OAuth2Authorization.withRegisteredClient(client)
                        .id(grant.id())
                        .principalName(grant.username())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .attribute(
                                Principal.class.getName(),
                                UsernamePasswordAuthenticationToken.authenticated(grant.username(), "", List.of()))
                        .attribute(TURN, grant.turn())
                        .attribute(HANDLE, handle);
    }

    private OAuth2AuthorizationRequest request(Grant grant) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(properties.gatewayUrl() + AuthorizeGate.PATH)
                .clientId(grant.clientId())
                .redirectUri(grant.redirectUri())
                .additionalParameters(Map.of(
                        PkceParameterNames.CODE_CHALLENGE,
                        grant.challenge(),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        S256))
                .build();
    }
}
