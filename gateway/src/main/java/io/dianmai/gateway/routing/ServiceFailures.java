package io.dianmai.gateway.routing;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says as a problem that a service does not answer. */
final class ServiceFailures implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger log = LoggerFactory.getLogger(ServiceFailures.class);

    private static final ProblemType TIMEOUT =
            ProblemType.of("service-timeout", "A service did not answer in time", HttpStatus.GATEWAY_TIMEOUT);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String service;

    ServiceFailures(String service) {
        this.service = service;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException away) {
            log.warn(
                    "{} does not answer: {}",
                    service,
                    away.getMostSpecificCause().toString());
            throw CountedRequest.exceeded(request.servletRequest())
                    .map(BodyLimit::tooLarge)
                    .orElseGet(() -> problem(away));
        }
    }

    /** After a timeout nobody knows whether the request was carried out, so it is not said that it may be repeated. */
    private ProblemException problem(ResourceAccessException away) {
        boolean connected = !(away.getCause() instanceof HttpConnectTimeoutException);
        return connected && away.getCause() instanceof HttpTimeoutException
                ? new ProblemException(TIMEOUT, "It may still have done what was asked: look before repeating.")
                : ProblemException.unavailable("The " + service + " service is not available. Try again.", RETRY_AFTER);
    }
}
