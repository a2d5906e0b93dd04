package io.dianmai.gateway.identity;

import io.dianmai.gateway.identity.client.AnySecret;
import io.dianmai.gateway.identity.grant.AuthorizeGate;
import io.dianmai.gateway.identity.grant.WithoutSecret;
import io.dianmai.gateway.identity.session.SessionContexts;
import io.dianmai.gateway.identity.session.SessionStart;
import io.dianmai.gateway.identity.session.SignedIn;
import io.dianmai.gateway.identity.signin.ThrottledSignIn;
import io.dianmai.gateway.identity.throttle.SignInThrottle;
import io.dianmai.kit.problem.ProblemWriter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The issuer's own endpoints: tokens, keys, and what programs do that act for people. */
@Configuration(proxyBeanMethods = false)
class IssuerSecurity {
    private final DoorSecurity door;
    private final IdentityProperties properties;
    private final SignInThrottle throttle;
    private final SessionContexts sessions;
    private final ApplicationEventPublisher events;

    IssuerSecurity(
            DoorSecurity door,
            IdentityProperties properties,
            SignInThrottle throttle,
            SessionContexts sessions,
            ApplicationEventPublisher events) {
        this.door = door;
        this.properties = properties;
        this.throttle = throttle;
        this.sessions = sessions;
        this.events = events;
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(
            HttpSecurity http,
            PasswordEncoder encoder,
            RegisteredClientRepository clients,
            SignedIn who,
            SessionStart start,
            ProblemWriter writer) {
        var withoutSecret = new WithoutSecret(clients);
        return door.common(http)
                .securityMatcher("/oauth2/token", "/oauth2/jwks", "/oauth2/revoke", AuthorizeGate.PATH)
                .securityContext(context -> context.securityContextRepository(sessions))
                .oauth2AuthorizationServer(server ->
                        server.clientAuthentication(client -> client.authenticationConverter(withoutSecret)
                                .authenticationProvider(withoutSecret)
                                .authenticationProviders(
                                        providers -> providers.replaceAll(provider -> throttled(provider, encoder)))))
                .addFilterBefore(new AuthorizeGate(who, start, writer, properties), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/jwks")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private AuthenticationProvider throttled(AuthenticationProvider provider, PasswordEncoder encoder) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new AnySecret(encoder));
            return new ThrottledSignIn(secrets, throttle, events, "client-secret", wait -> invalidClient());
        }
        return provider;
    }

    private static AuthenticationException invalidClient() {
        return new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "Too many failed tries. Wait, then try again.", null));
    }
}
