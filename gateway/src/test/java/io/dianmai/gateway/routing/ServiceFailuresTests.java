package io.dianmai.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dianmai.kit.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.ServerRequest;

class ServiceFailuresTests {
    private final ServiceFailures failures = new ServiceFailures("lead");

    @Test
    void invitesToRepeatWhatWasNeverSent() {
        for (IOException cause : List.of(new ConnectException(), new HttpConnectTimeoutException("2 s"))) {
            ProblemException problem = problemOf(cause);

            assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void doesNotInviteToRepeatWhatMayHaveBeenDone() {
        ProblemException problem = problemOf(new HttpTimeoutException("30 s"));

        assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.GATEWAY_TIMEOUT);
        assertThat(problem.getHeaders().containsHeader("Retry-After")).isFalse();
    }

    private ProblemException problemOf(IOException cause) {
        ServerRequest request = ServerRequest.create(new MockHttpServletRequest(), List.of());
        return catchThrowableOfType(
                ProblemException.class,
                () -> failures.filter(request, same -> {
                    throw new ResourceAccessException("away", cause);
                }));
    }
}
