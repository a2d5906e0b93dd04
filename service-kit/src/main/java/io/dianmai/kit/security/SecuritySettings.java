package io.dianmai.kit.security;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed.
 *
 * @param issuer {@code iss} that a token must have; the gateway's address unless set
 * @param jwkSetUri where the issuer publishes its keys; the gateway's unless set
 */
@Validated
@ConfigurationProperties("dianmai.security")
record SecuritySettings(@NotBlank String issuer, URI jwkSetUri) {}
