package io.dianmai.gateway.identity;

import io.dianmai.gateway.identity.external.ExternalBearer;
import io.dianmai.gateway.identity.external.ExternalIssuerConfiguration.ExternalTokens;
import io.dianmai.gateway.identity.external.ExternalPeople;
import io.dianmai.gateway.identity.external.ExternalRequests;
import io.dianmai.gateway.identity.external.NoTokensKept;
import io.dianmai.gateway.identity.person.PasswordController;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.secondfactor.SecondFactorController;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import io.dianmai.gateway.identity.session.SessionBearer;
import io.dianmai.gateway.identity.session.SessionContexts;
import io.dianmai.gateway.identity.session.SessionStart;
import io.dianmai.gateway.identity.session.SignedIn;
import io.dianmai.gateway.identity.signin.SignIn;
import io.dianmai.gateway.identity.signin.SignInDetails;
import io.dianmai.gateway.identity.signin.ThrottledSignIn;
import io.dianmai.gateway.identity.signin.TwoFactorSignIn;
import io.dianmai.gateway.identity.throttle.SignInThrottle;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.gateway.identity.token.AccessTokens;
import io.dianmai.gateway.identity.token.Standing;
import io.dianmai.gateway.identity.token.TokenController;
import io.dianmai.kit.problem.ProblemWriter;
import io.dianmai.kit.problem.SecurityProblems;
import io.dianmai.kit.security.ViewerConverter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which credential counts at which address: after the issuer's own endpoints ({@link IssuerSecurity}) the fetching of a
 * personal token, the API with a bearer token, the API with a session, and the pages.
 */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {
    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Duration HTTPS_ONLY_FOR = Duration.ofDays(365);

    /** What integrators read before they have an account. */
    private static final String[] OPEN_API = {"/api/store-events/schemas/**", "/v3/api-docs/**", "/.well-known/**"};

    /** The form and what it needs, also those files that browsers ask for unasked. */
    private static final String[] OPEN_PAGES = {SignIn.PAGE, "/*.css", "/favicon.ico", "/favicon.svg"};

    private final IdentityProperties properties;
    private final SecurityProblems problems;
    private final SignIn signIn;
    private final SignInThrottle throttle;
    private final SessionContexts sessions;
    private final ApplicationEventPublisher events;

    DoorSecurity(
            IdentityProperties properties,
            SecurityProblems problems,
            SignIn signIn,
            SignInThrottle throttle,
            SessionContexts sessions,
            ApplicationEventPublisher events) {
        this.properties = properties;
        this.problems = problems;
        this.signIn = signIn;
        this.throttle = throttle;
        this.sessions = sessions;
        this.events = events;
    }

    @Bean
    AuthenticationProvider passwords(People people, SecondFactors factors, PasswordEncoder encoder) {
        var passwords = new DaoAuthenticationProvider(people::credentials);
        passwords.setPasswordEncoder(encoder);
        return new ThrottledSignIn(
                new TwoFactorSignIn(passwords, factors), throttle, events, "password", TooManyTries::new);
    }

    @Bean
    @Order(2)
    SecurityFilterChain personalToken(HttpSecurity http) {
        return common(http)
                .securityMatcher(TokenController.PERSONAL_TOKEN, PasswordController.PATH, SecondFactorController.PATH)
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationDetailsSource(SignInDetails::new)
                        .authenticationEntryPoint(signIn::failedForProgram))
                .csrf(csrf -> csrfOf(csrf).requireCsrfProtectionMatcher(DoorSecurity::isUnsafeWithSession))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signIn::failedForProgram)
                        .accessDeniedHandler(signIn::denied))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiWithToken(
            HttpSecurity http,
            ViewerConverter viewers,
            ObjectProvider<ExternalTokens> external,
            ExternalPeople people,
            AccessTokens tokens,
            ProblemWriter writer) {
        external.ifAvailable(issuer -> http.addFilterBefore(
                new ExternalBearer(issuer.issuer(), issuer.decoder(), people, tokens, problems, writer),
                BearerTokenAuthenticationFilter.class));
        return api(http, request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(viewers))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain apiWithSession(
            HttpSecurity http,
            SignedIn who,
            SecondFactors factors,
            Standing standing,
            AccessTokens tokens,
            ViewerConverter viewers,
            ProblemWriter writer,
            Clock clock) {
        return api(http, AnyRequestMatcher.INSTANCE)
                .addFilterAfter(
                        new SessionBearer(sessions, who, factors, standing, tokens, viewers, writer, clock),
                        LogoutFilter.class)
                .csrf(csrf -> csrfOf(csrf).requireCsrfProtectionMatcher(DoorSecurity::isUnsafeWithSession))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionStart start,
            ExternalRequests requests,
            ObjectProvider<ClientRegistrationRepository> external) {
        external.ifAvailable(
                registrations -> http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(requests))
                        .loginPage(SignIn.PAGE)
                        .successHandler(start)
                        .failureHandler(signIn::failedElsewhere)));
        return common(http)
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(OPEN_API)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SignIn.PAGE)
                        .authenticationDetailsSource(SignInDetails::new)
                        .successHandler(start)
                        .failureHandler(signIn::failedOnPage))
                .logout(logout -> logout.addLogoutHandler(this::told)
                        .logoutSuccessUrl(SignIn.PAGE + "?notice=" + SignIn.Notice.BYE))
                .csrf(this::csrfOf)
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                problems, new NegatedRequestMatcher(htmlWanted()))
                        .accessDeniedHandler(signIn::deniedOnPage))
                .build();
    }

    /** Who is asking is known for this one request and not written into any session. */
    private HttpSecurity api(HttpSecurity http, RequestMatcher which) {
        var api = PathPatternRequestMatcher.pathPattern("/api/**");
        return common(http)
                .securityMatcher(request -> api.matches(request) && which.matches(request))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, OPEN_API)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(signIn::denied))
                .logout(AbstractHttpConfigurer::disable);
    }

    /** What all of them have. */
    HttpSecurity common(HttpSecurity http) {
        return http.requestCache(AbstractHttpConfigurer::disable).headers(this::headers);
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        if (properties.encrypted()) {
            headers.httpStrictTransportSecurity(strict ->
                    strict.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(HTTPS_ONLY_FOR.toSeconds()));
        }
    }

    /** A cookie that the page's script reads and sends back as {@code X-XSRF-TOKEN}. */
    private CsrfConfigurer<HttpSecurity> csrfOf(CsrfConfigurer<HttpSecurity> csrf) {
        var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(properties.encrypted()));
        csrf.spa();
        return csrf.csrfTokenRepository(cookies);
    }

    private void told(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null) {
            events.publishEvent(new IdentityEvent(IdentityEvent.Kind.SIGNED_OUT, who.getName(), who.getName(), null));
        }
    }

    /** Only a cookie comes along by itself; whoever sends a credential himself means it. */
    private static boolean isUnsafeWithSession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !Set.of("GET", "HEAD", "OPTIONS", "TRACE").contains(request.getMethod())
                && SessionContexts.comesWithOne(request);
    }

    private static RequestMatcher htmlWanted() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }
}
