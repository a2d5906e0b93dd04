package io.dianmai.kit.problem;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** A service that only has an edge: neither store nor broker. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "io.dianmai.kit.aggregate.AggregateAutoConfiguration",
            "io.dianmai.kit.messaging.MessagingAutoConfiguration",
            "io.dianmai.kit.org.OrgAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration"
        })
class EdgeApplication {
    record Part(@NotBlank String name, @Positive int count) {}

    record Order(@NotBlank String id, Role role, Instant at, List<@Valid Part> parts) {}

    record Filter(
            @Nullable Role role,
            @Nullable LocalDate day,
            @Max(100) @Nullable Integer limit) {}

    @Bean
    OncePerRequestFilter brokenFilter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                switch (String.valueOf(request.getHeader("X-Filter"))) {
                    case "bug" -> throw new IllegalStateException("secret of the filter");
                    case "problem" -> throw ProblemException.unavailable("Full.", Duration.ofSeconds(7));
                    case "status" -> response.sendError(429, "secret of the container");
                    default -> chain.doFilter(request, response);
                }
            }
        };
    }

    @RestController
    static final class Routes {
        @GetMapping("/viewer")
        Viewer viewer(Viewer viewer) {
            return viewer;
        }

        @PostMapping("/orders")
        Order order(@Valid @RequestBody Order order) {
            return order;
        }

        @GetMapping("/search")
        String search(@RequestParam Role role, @RequestParam @Max(100) int limit) {
            return role + " " + limit;
        }

        @GetMapping("/filtered")
        Filter filtered(@Valid Filter filter) {
            return filter;
        }

        @GetMapping("/stores/{storeId}")
        String store(@PathVariable String storeId, Viewer viewer) {
            viewer.requireStore(storeId);
            return storeId;
        }

        @GetMapping("/fail/{how}")
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "stale" -> new OptimisticLockingFailureException("secret version");
                case "store" -> new DataAccessResourceFailureException("secret host");
                case "broker" ->
                    new IllegalStateException(new org.apache.kafka.common.errors.TimeoutException("secret topic"));
                case "forbidden" -> new ProblemException(ProblemType.FORBIDDEN, "Not today.");
                default -> new IllegalStateException("secret bug");
            };
        }
    }
}
