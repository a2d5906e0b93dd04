package io.dianmai.lead.intake;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.lead.intake.sheet.Column;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Why a file is not taken in at all. */
final class ImportProblems {
    private static final ProblemType EMPTY =
            ProblemType.of("import-empty", "The file has no rows", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType HEADERS =
            ProblemType.of("import-headers", "The headers are not as they should be", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType TOO_LARGE =
            ProblemType.of("import-too-large", "The file is too large", HttpStatus.CONTENT_TOO_LARGE);
    private static final ProblemType NOT_OFFERED = ProblemType.of(
            "import-kind-unavailable", "Such lists are not taken in here", HttpStatus.UNPROCESSABLE_CONTENT);

    private ImportProblems() {}

    static ProblemException unknownKind() {
        String known = Stream.of(ImportKind.values()).map(ImportKind::slug).collect(Collectors.joining(", "));
        return ProblemException.invalid(List.of(new Violation("kind", "Must be one of: " + known + ".")));
    }

    static ProblemException notOffered() {
        return new ProblemException(NOT_OFFERED, "This service does not own what such rows mean.");
    }

    static ProblemException empty() {
        return new ProblemException(EMPTY, "Below the headers there must be a row at least. Nothing was taken in.");
    }

    static ProblemException tooLarge(long bytes) {
        return new ProblemException(
                TOO_LARGE, "A file has at most " + bytes + " bytes. Split it. Nothing was taken in.");
    }

    /** No line is one of headers. */
    static ProblemException noHeaders(ImportKind kind, List<String> firstLine) {
        return new ProblemException(
                HEADERS,
                "The first line must have the headers, of which none was understood. Get a template from"
                        + " /api/imports/templates/" + kind.slug() + ".xlsx.",
                Map.of("missing", required(kind), "unknown", firstLine, "twice", List.of(), "known", known(kind)));
    }

    /** Columns are missing or told twice, or there are some that nobody knows. */
    static ProblemException headers(ImportKind kind, Headers headers) {
        return new ProblemException(
                HEADERS,
                "See missing, twice and unknown. Unknown columns are left out with ignoreUnknown=true. Nothing was taken"
                        + " in.",
                Map.of(
                        "missing", headers.missing(),
                        "twice", headers.twice(),
                        "unknown", headers.unknown(),
                        "known", known(kind)));
    }

    private static List<String> required(ImportKind kind) {
        return kind.columns().stream()
                .filter(Column::required)
                .map(column -> column.zh() + " " + column.key())
                .toList();
    }

    private static List<String> known(ImportKind kind) {
        return kind.columns().stream()
                .map(column -> column.zh() + " " + column.key())
                .toList();
    }
}
