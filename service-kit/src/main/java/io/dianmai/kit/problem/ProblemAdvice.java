package io.dianmai.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever a controller throws into a problem. Only our own {@link ProblemException} may choose its words; of
 * every other exception nothing is shown but its kind.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onConflict(ConcurrencyFailureException conflict, WebRequest request) {
        ProblemDetail problem = Problems.of(
                ProblemType.CONFLICT, "The object was changed at the same moment. Read it again, then repeat.");
        return answer(conflict, problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onFailure(Exception failure, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (Unavailability.isCauseOf(failure)) {
            LOG.warn("unavailable: {}", failure.toString());
            headers.set(HttpHeaders.RETRY_AFTER, Problems.RETRY_SECONDS);
            return answer(failure, Problems.unavailable(), headers, request);
        }
        return answer(failure, Failures.logged(failure), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(ex, Problems.invalid(violationsOf(ex.getBindingResult())), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = ex.getParameterValidationResults().stream()
                .flatMap(result -> violationsOf(result).stream())
                .toList();
        return answer(ex, Problems.invalid(violations), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(ex, UnreadableBody.explain(ex.getCause()), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = ex instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        Violation violation = new Violation(name, UnreadableBody.expectation(ex.getRequiredType()));
        return answer(ex, Problems.invalid(List.of(violation)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Violation violation = new Violation(ex.getParameterName(), "This parameter is needed.");
        return answer(ex, Problems.invalid(List.of(violation)), headers, request);
    }

    /** Every other kind of the framework's own exceptions ends here: its status is kept, its words are not. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
        if (ex instanceof ProblemException problem) {
            return answer(ex, problem.getBody(), headers, request);
        }
        if (statusCode.is5xxServerError() && !(ex instanceof ErrorResponse)) {
            return answer(ex, Failures.logged(ex), headers, request);
        }
        return answer(ex, Problems.ofStatus(statusCode.value()), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception cause, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        return super.handleExceptionInternal(
                cause, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static List<Violation> violationsOf(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream()
                    .map(ProblemAdvice::violationOf)
                    .toList();
        }
        MethodParameter parameter = result.getMethodParameter();
        String place =
                parameter.hasParameterAnnotation(RequestBody.class) ? "" : String.valueOf(parameter.getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new Violation(place, String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static List<Violation> violationsOf(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? violationOf(field)
                        : new Violation("", String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static Violation violationOf(FieldError error) {
        return new Violation(JsonPointers.ofBeanPath(error.getField()), detailOf(error));
    }

    /** What could not even be bound is told in words of the framework, with the names of classes. */
    private static String detailOf(FieldError error) {
        if (!error.isBindingFailure()) {
            return String.valueOf(error.getDefaultMessage());
        }
        return UnreadableBody.expectation(
                error.contains(TypeMismatchException.class)
                        ? error.unwrap(TypeMismatchException.class).getRequiredType()
                        : null);
    }
}
