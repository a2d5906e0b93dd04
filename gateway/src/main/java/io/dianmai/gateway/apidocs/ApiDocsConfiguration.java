package io.dianmai.gateway.apidocs;

import io.dianmai.gateway.routing.RouteProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the documents are made of, and the page with its viewer. */
@Configuration(proxyBeanMethods = false)
class ApiDocsConfiguration implements WebMvcConfigurer {
    private static final String PAGE = "/api-docs";
    private static final String VIEWER = "META-INF/resources/webjars/swagger-ui/";
    private static final String VIEWER_BUILD = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** As of the other pages, but that the viewer's style sheet has its pictures in it. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    ApiDocuments apiDocuments(RestClient.Builder http, RouteProperties routes, Clock clock) throws IOException {
        var services = new ServiceDocuments(
                http.build(),
                Map.of(
                        "lead", routes.lead(),
                        "followup", routes.followup(),
                        "aftersales", routes.aftersales(),
                        "kpi", routes.kpi()));
        try (InputStream written = new ClassPathResource("openapi/platform.yaml").getInputStream()) {
            return new ApiDocuments(
                    new PlatformDocument(YAMLMapper.builder().build().readTree(written)), services, clock);
        }
    }

    /** Open to everybody, but only for reading. */
    @Bean
    @Order(0)
    SecurityFilterChain apiDocs(HttpSecurity http) {
        return http.securityMatcher(new OrRequestMatcher(
                        reading("/api/openapi"),
                        reading("/api/openapi.json"),
                        reading("/api/openapi.yaml"),
                        reading("/api/asyncapi"),
                        reading(PAGE),
                        reading(PAGE + "/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController(PAGE).setViewName("forward:/api-docs/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var location = new ClassPathResource(VIEWER + viewerVersion() + "/");
        registry.addResourceHandler(PAGE + "/viewer/**").addResourceLocations(location);
    }

    /** It stands in the addresses of the viewer's files inside its jar; the pom alone shall say it. */
    private static String viewerVersion() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(VIEWER_BUILD))
                    .getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException("the viewer of API documents is not there", missing);
        }
    }

    private static PathPatternRequestMatcher reading(String path) {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.GET, path);
    }
}
