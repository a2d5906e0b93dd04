package io.dianmai.gateway.identity.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dianmai.gateway.identity.IdentityProperties;
import java.net.URI;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What programs must know of the issuer: RFC 8414, of what is really offered. Also at the address where many look for
 * it first; there are no ID tokens, so nobody should take it for an OpenID provider.
 */
@RestController
class IssuerMetadata {
    private final Metadata metadata;

    IssuerMetadata(IdentityProperties properties) {
        URI issuer = properties.gatewayUrl();
        metadata = new Metadata(
                issuer,
                issuer + AuthorizeGate.PATH,
                issuer + "/oauth2/token",
                issuer + "/oauth2/jwks",
                issuer + "/oauth2/revoke",
                List.of("code"),
                List.of("query"),
                List.of("authorization_code", "client_credentials", "refresh_token"),
                List.of("client_secret_basic", "client_secret_post", "none"),
                List.of("S256"),
                List.of("none", "client_secret_basic", "client_secret_post"));
    }

    record Metadata(
            URI issuer,
            @JsonProperty("authorization_endpoint") String authorizationEndpoint,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String keys,
            @JsonProperty("revocation_endpoint") String revocationEndpoint,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("response_modes_supported") List<String> responseModes,
            @JsonProperty("grant_types_supported") List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> clientAuthentication,

            @JsonProperty("code_challenge_methods_supported")
            List<String> challenges,

            @JsonProperty("revocation_endpoint_auth_methods_supported")
            List<String> revocation) {}

    @GetMapping({"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
    Metadata metadata() {
        return metadata;
    }
}
