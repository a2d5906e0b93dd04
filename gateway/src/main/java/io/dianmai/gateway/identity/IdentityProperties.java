package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of identity.
 *
 * @param gatewayUrl the address that people and store systems see, and the issuer of tokens
 * @param sampleSignIns file that the local sample's first sign-ins are written to
 * @param hq the first account of a new installation
 * @param signingKeysFor how long a key signs tokens before its successor does
 * @param secondFactorFor roles that must have an authenticator app; others may
 */
@Validated
@ConfigurationProperties("dianmai")
public record IdentityProperties(
        @NotNull URI gatewayUrl,
        @Nullable Path sampleSignIns,
        @Nullable Hq hq,

        @DefaultValue("90d") @DurationMin(days = 1) Duration signingKeysFor,

        @DefaultValue Set<Role> secondFactorFor) {
    public IdentityProperties {
        secondFactorFor = Set.copyOf(secondFactorFor);
    }

    /**
     * The account that HQ begins with; later ones are made through the registry.
     *
     * @param temporary whether the password, which stands in settings, is only good for choosing another one
     */
    record Hq(
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("true") boolean temporary) {}

    /** Whether the world sees the gateway by https, here or at a proxy in front. */
    public boolean encrypted() {
        return "https".equals(gatewayUrl.getScheme());
    }
}
