package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.grading.GradingPolicy;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import java.util.List;

/** 定级: criteria make the level by the store's scheme; an advisor may say otherwise and has to say why. */
final class Grading {
    private Grading() {}

    static Decision<LeadEvent> assess(Lead lead, Assessment assessment, GradingPolicy scheme) {
        Level judged = assessment.level();
        if (judged == null) {
            return assessment.criteria().isEmpty()
                    ? refuse(LeadRefusals.NOTHING_TO_GRADE)
                    : graded(lead, Grade.byCriteria(due(lead, assessment, scheme), scheme));
        }
        return scheme.has(judged) ? judge(lead, assessment, judged, scheme) : refuse(LeadRefusals.LEVEL_NOT_IN_SCHEME);
    }

    private static Decision<LeadEvent> judge(Lead lead, Assessment assessment, Level judged, GradingPolicy scheme) {
        boolean ordered = lead.progress().ordered();
        Level due = due(lead, assessment, scheme);
        if (judged == due && (ordered || !assessment.criteria().isEmpty())) {
            return graded(lead, Grade.byCriteria(due, scheme));
        }
        if (ordered) {
            return refuse(LeadRefusals.ORDERED_STAYS_O);
        }
        String reason = assessment.reason();
        if (reason == null || reason.isBlank()) {
            boolean asItIs = judged == lead.level() && assessment.criteria().isEmpty();
            return asItIs ? accept() : refuse(LeadRefusals.OVERRIDE_NEEDS_REASON);
        }
        return graded(lead, Grade.overridden(judged, reason, due, scheme));
    }

    /** What the criteria come to; without any, what they came to before. */
    private static Level due(Lead lead, Assessment assessment, GradingPolicy scheme) {
        if (lead.progress().ordered()) {
            return scheme.ordered();
        }
        Grade grade = lead.grade();
        Level before = grade == null ? null : grade.criteriaLevel();
        return assessment.criteria().isEmpty() && before != null && scheme.has(before)
                ? before
                : scheme.levelFor(assessment.criteria());
    }

    private static Decision<LeadEvent> graded(Lead lead, Grade next) {
        Grade grade = lead.grade();
        return grade != null && grade.saysTheSameAs(next)
                ? accept()
                : accept(List.of(lead.regraded(lead.dimensions(), next)));
    }
}
