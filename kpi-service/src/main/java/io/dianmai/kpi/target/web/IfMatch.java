package io.dianmai.kpi.target.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision that a caller has seen. */
final class IfMatch {
    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,6})\"");

    private IfMatch() {}

    /** Null when any will do; {@code "0"} for a plan that is not there yet. */
    static @Nullable Integer revision(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        Matcher revision = REVISION.matcher(header);
        if (!revision.matches()) {
            throw ProblemException.invalid(
                    List.of(new Violation("If-Match", "Must be the ETag of the plan, for example \"3\".")));
        }
        return Integer.valueOf(revision.group(1));
    }
}
