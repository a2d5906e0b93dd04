package io.dianmai.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what went wrong outside of controllers, where the container dispatches to {@code /error}. */
@RestController
final class ProblemErrorController implements ErrorController {
    private final ProblemWriter writer;

    ProblemErrorController(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)) {
            case ErrorResponse problem when problem instanceof ProblemException -> writer.write(response, problem);
            // Of the request's body: the container has given up reading it.
            case SocketTimeoutException _ ->
                writer.write(response, Problems.ofStatus(HttpStatus.REQUEST_TIMEOUT.value()));
            case Throwable failure
            when Unavailability.isCauseOf(failure) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_SECONDS);
                writer.write(response, Problems.unavailable());
            }
            case Throwable failure -> writer.write(response, Failures.logged(failure));
            case null, default -> writer.write(response, Problems.ofStatus(statusOf(request)));
        }
    }

    /** A browser that asks for {@code /error} itself finds nothing there. */
    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }
}
