package io.dianmai.gateway.identity.external;

import io.dianmai.contracts.org.Role;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect issuer of the group's own, such as Keycloak, whose people are believed. Without an address there is
 * none. Its tokens end at the door: behind it, requests carry the gateway's.
 *
 * @param issuer {@code iss} of its tokens, under which it publishes {@code /.well-known/openid-configuration}
 * @param audience what {@code aud} of a bearer token must contain: this platform's name there
 * @param clientId this platform's client there, for signing in with the browser; without it only bearer tokens are taken
 * @param label what the sign-in page calls it
 * @param claims where its tokens say who somebody is
 * @param roles its names of roles, and what they are here; a name that is a role here need not be listed
 */
@ConfigurationProperties("dianmai.external-issuer")
public record ExternalIssuer(
        @Nullable URI issuer,
        @DefaultValue("dianmai") String audience,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("SSO") String label,
        @DefaultValue Claims claims,
        @DefaultValue Map<String, Role> roles) {

    public ExternalIssuer {
        roles = Map.copyOf(roles);
    }

    /**
     * Paths of claims; dots lead into nested ones.
     *
     * @param place {@code group}, {@code region:<id>}, {@code brand:<id>} or {@code store:<id>}
     */
    record Claims(
            @DefaultValue("preferred_username") String username,
            @DefaultValue("name") String name,
            @DefaultValue("realm_access.roles") String roles,
            @DefaultValue("dianmai_place") String place,
            @DefaultValue("staff_id") String staffId) {}

    /** Whether people can sign in there with the browser. */
    public boolean hasSignIn() {
        return issuer != null && clientId != null;
    }

    /** The role that one of its names stands for, if any. */
    Optional<Role> role(String name) {
        Role mapped = roles.get(name);
        if (mapped != null) {
            return Optional.of(mapped);
        }
        for (Role role : Role.values()) {
            if (role.name().equals(name) && role != Role.STORE_SYSTEM) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ExternalIssuer[" + issuer + "]";
    }
}
