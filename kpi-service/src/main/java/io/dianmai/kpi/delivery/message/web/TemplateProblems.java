package io.dianmai.kpi.delivery.message.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kpi.delivery.message.MessageShape;
import io.dianmai.kpi.delivery.message.Placeholder;
import io.dianmai.kpi.delivery.message.TemplateFlaw;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Says what is wrong with a template: all of it, each with the line and the character. */
final class TemplateProblems {
    private static final ProblemType BROKEN =
            ProblemType.of("template-broken", "The template does not parse", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN = ProblemType.of(
            "template-unknown-placeholder", "The template names what is not known", HttpStatus.BAD_REQUEST);
    private static final ProblemType STALE =
            ProblemType.of("stale-version", "The template has changed meanwhile", HttpStatus.PRECONDITION_FAILED);

    private TemplateProblems() {}

    static ProblemException of(List<TemplateFlaw> flaws, MessageShape shape) {
        boolean onlyNames = flaws.stream().allMatch(TemplateFlaw.UnknownPlaceholder.class::isInstance);
        String detail = "Each error names the line and the character, counted from 1.";
        return new ProblemException(
                onlyNames ? UNKNOWN : BROKEN,
                detail,
                Map.of(
                        "errors",
                                flaws.stream().map(TemplateProblems::violation).toList(),
                        "position", flaws.getFirst().position(),
                        "placeholders", Placeholder.words(shape)));
    }

    static ProblemException stale(String why) {
        return new ProblemException(STALE, why + " Read it again, then repeat.");
    }

    private static Violation violation(TemplateFlaw flaw) {
        String reason = switch (flaw) {
            case TemplateFlaw.Broken broken -> broken.reason();
            case TemplateFlaw.UnknownPlaceholder unknown -> "There is no placeholder {" + unknown.name() + "} here.";
        };
        return new Violation(flaw.pointer(), "Character " + flaw.position() + ": " + reason);
    }
}
