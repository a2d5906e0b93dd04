package io.dianmai.gateway.identity.external;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.function.SingletonSupplier;

/** The group's own issuer, asked for its addresses and keys when it is first needed: it need not be up at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExternalIssuer.class)
public class ExternalIssuerConfiguration {
    public static final String REGISTRATION = "external";

    /** Checks its bearer tokens; no bean of the type itself, for there the gateway's own decoder is meant. */
    public record ExternalTokens(String issuer, SupplierJwtDecoder decoder) {}

    @Bean
    @ConditionalOnProperty("dianmai.external-issuer.issuer")
    ExternalTokens externalTokens(ExternalIssuer external) {
        String issuer = Objects.requireNonNull(external.issuer()).toString();
        return new ExternalTokens(issuer, new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<@Nullable List<String>>(
                            JwtClaimNames.AUD, aud -> aud != null && aud.contains(external.audience()))));
            return decoder;
        }));
    }

    @Bean
    @ConditionalOnProperty({"dianmai.external-issuer.issuer", "dianmai.external-issuer.client-id"})
    ClientRegistrationRepository externalSignIn(ExternalIssuer external) {
        SingletonSupplier<ClientRegistration> registration = SingletonSupplier.of(() -> registration(external));
        return id -> REGISTRATION.equals(id) ? registration.obtain() : null;
    }

    private static ClientRegistration registration(ExternalIssuer external) {
        return ClientRegistrations.fromIssuerLocation(
                        Objects.requireNonNull(external.issuer()).toString())
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNull(external.clientId()))
                .clientSecret(external.clientSecret() == null ? "" : external.clientSecret())
                .scope("openid", "profile")
                .clientName(external.label())
                .build();
    }
}
