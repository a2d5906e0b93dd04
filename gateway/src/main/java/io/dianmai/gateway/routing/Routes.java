package io.dianmai.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.dianmai.kit.problem.ProblemWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.stream.Stream;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service answers for which address. */
@Configuration(proxyBeanMethods = false)
class Routes {
    @Bean
    RouterFunction<ServerResponse> lead(RouteProperties services) {
        return to(
                "lead",
                services.lead(),
                "/api/leads",
                "/api/visits",
                "/api/lead-clashes",
                "/api/lead-policies",
                "/api/lead-pool",
                "/api/advisor-loads",
                "/api/collections-forecast",
                "/api/loss-reviews",
                "/api/lost-competitors",
                "/api/vehicles",
                "/api/stock-board",
                "/api/activities",
                "/api/activity-effectiveness",
                "/api/imports",
                "/api/exports",
                "/api/adf");
    }

    @Bean
    RouterFunction<ServerResponse> followup(RouteProperties services) {
        return to(
                "followup",
                services.followup(),
                "/api/follow-ups",
                "/api/follow-up-policies",
                "/api/my-day",
                "/api/team-day",
                "/api/contacts");
    }

    @Bean
    RouterFunction<ServerResponse> aftersales(RouteProperties services) {
        return to(
                "aftersales",
                services.aftersales(),
                "/api/appointments",
                "/api/repair-orders",
                "/api/complaints",
                "/api/jobs");
    }

    @Bean
    RouterFunction<ServerResponse> kpi(RouteProperties services) {
        return to(
                "kpi",
                services.kpi(),
                "/api/kpis",
                "/api/targets",
                "/api/reminders",
                "/api/deadlines",
                "/api/ladders",
                "/api/delivery-targets",
                "/api/deliveries",
                "/api/message-templates");
    }

    /** The services speak HTTP/1.1: without this every first request asks them in vain to change to HTTP/2. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(RouteProperties routes, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(routes.maxBody(), routes.maxImport(), problems));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<BrowserRules> browserRules() {
        var registration = new FilterRegistrationBean<>(new BrowserRules());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static RouterFunction<ServerResponse> to(String service, URI address, String... prefixes) {
        return route(service)
                .route(anyOf(prefixes), http())
                .before(uri(address))
                .before(RouteHeaders::clean)
                .filter(new ServiceFailures(service))
                .build();
    }

    private static RequestPredicate anyOf(String... prefixes) {
        return Stream.of(prefixes)
                .map(prefix -> path(prefix + "/**"))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
