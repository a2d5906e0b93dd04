package io.dianmai.lead.intake.adf;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why a document is not taken in at all. */
enum AdfProblem {
    DTD(
            "adf-document-type",
            "The document declares a document type",
            "ADF needs none, and none is read. Leave out <!DOCTYPE …>."),
    BROKEN("adf-broken", "The document is no XML", ""),
    NO_TEXT("adf-encoding", "The document cannot be decoded", "Send it in UTF-8."),
    EMPTY("adf-empty", "The document has no prospect", "It must have at least one <prospect> element."),
    TOO_LARGE("adf-too-large", "The document is too large", ""),
    ALL_BAD("adf-refused", "No prospect was taken in", "See verdicts for what is wrong with each.");

    private final String slug;
    private final String title;
    private final String detail;

    AdfProblem(String slug, String title, String detail) {
        this.slug = slug;
        this.title = title;
        this.detail = detail;
    }

    ProblemException exception() {
        return exception(detail, Map.of());
    }

    ProblemException exception(String what, Map<String, ?> properties) {
        HttpStatus status = this == TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
        String said = detail.isEmpty() ? what + " Nothing was taken in." : detail;
        return new ProblemException(ProblemType.of(slug, title, status), said, properties);
    }
}
