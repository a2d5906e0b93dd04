package io.dianmai.gateway.identity.throttle;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells callers that have come in already, and guess on, the same as those at the door. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TooManyTriesAdvice {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> onGuessing(TooManyTries tries) {
        var problem = tries.problem();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }
}
