package io.dianmai.kpi.delivery.message.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision of a template that a caller has seen. */
final class SeenRevision {
    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,6})\"");

    private SeenRevision() {}

    /** Insists that it is the present one; without If-Match whatever is there is changed. */
    static void require(@Nullable String ifMatch, int present) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return;
        }
        Matcher seen = REVISION.matcher(ifMatch);
        if (!seen.matches()) {
            throw ProblemException.invalid(
                    List.of(new Violation("If-Match", "Must be the ETag of the template, for example \"3\".")));
        }
        if (Integer.parseInt(seen.group(1)) != present) {
            throw TemplateProblems.stale("It has revision " + present + ".");
        }
    }
}
