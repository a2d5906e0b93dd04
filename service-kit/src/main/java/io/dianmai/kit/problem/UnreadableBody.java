package io.dianmai.kit.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that could not be read, in the caller's terms. */
final class UnreadableBody {
    private UnreadableBody() {}

    static ProblemDetail explain(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> at(unknown, "This property is not known here.");
            case InvalidNullException missing -> at(missing, "A value is needed here.");
            case MismatchedInputException mismatch -> at(mismatch, expectation(mismatch.getTargetType()));
            case DatabindException other -> at(other, "This value is not acceptable.");
            case StreamReadException syntax -> Problems.of(ProblemType.BAD_REQUEST, syntaxDetail(syntax));
            case null, default -> Problems.of(ProblemType.BAD_REQUEST, "A readable body is needed.");
        };
    }

    private static ProblemDetail at(DatabindException cause, String detail) {
        return Problems.invalid(List.of(new Violation(JsonPointers.ofJsonPath(cause.getPath()), detail)));
    }

    private static String syntaxDetail(StreamReadException syntax) {
        return "The body is not JSON: see line %d, column %d."
                .formatted(
                        syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr());
    }

    /** What is expected of a value, said without the name of a class. */
    static String expectation(@Nullable Class<?> type) {
        if (type == null) {
            return "This value has the wrong type.";
        }
        Class<?> expected = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (expected.isEnum()) {
            return "Must be one of " + constantsOf(expected) + ".";
        }
        if (Number.class.isAssignableFrom(expected)) {
            return "Must be a number in range.";
        }
        if (expected == Boolean.class) {
            return "Must be true or false.";
        }
        if (expected == Instant.class) {
            return "Must be a time such as 2026-01-31T09:30:00Z.";
        }
        if (expected == LocalDate.class) {
            return "Must be a date such as 2026-01-31.";
        }
        return expected == String.class ? "Must be a string." : "Is missing something, or has the wrong type.";
    }

    private static String constantsOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
