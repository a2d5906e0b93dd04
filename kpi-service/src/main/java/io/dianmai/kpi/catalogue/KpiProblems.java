package io.dianmai.kpi.catalogue;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.catalogue.Finding.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What can be wrong with the definition of a KPI. */
final class KpiProblems {
    private static final ProblemType FORMULA_INVALID =
            ProblemType.of("formula-invalid", "A formula cannot be read", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_COUNTER =
            ProblemType.of("unknown-counter", "A formula names a counter that there is not", HttpStatus.BAD_REQUEST);
    private static final ProblemType DIVIDES_BY_ZERO =
            ProblemType.of("formula-divides-by-zero", "A formula always divides by zero", HttpStatus.BAD_REQUEST);
    private static final ProblemType WAITS =
            ProblemType.of("kpi-waits", "A formula names a counter that no event feeds yet", HttpStatus.BAD_REQUEST);
    private static final ProblemType CODE_TAKEN =
            ProblemType.of("kpi-code-taken", "Another KPI has this code", HttpStatus.CONFLICT);
    private static final ProblemType NAME_TAKEN =
            ProblemType.of("kpi-name-taken", "Another KPI has this name", HttpStatus.CONFLICT);
    private static final ProblemType SHIPPED =
            ProblemType.of("kpi-shipped", "This KPI belongs to the catalogue's file", HttpStatus.CONFLICT);
    private static final ProblemType TOO_MANY =
            ProblemType.of("too-many-kpis", "There are too many custom KPIs", HttpStatus.CONFLICT);
    private static final ProblemType VERSION_NEEDED =
            ProblemType.of("version-needed", "A change must name its version", HttpStatus.PRECONDITION_REQUIRED);
    private static final ProblemType STALE_VERSION =
            ProblemType.of("stale-version", "The object has changed since", HttpStatus.PRECONDITION_FAILED);

    private static final String SEE_ERRORS =
            "See errors for what is wrong and where; position counts characters from 0.";

    private KpiProblems() {}

    /** One error of a formula or of another value. */
    record Mistake(String pointer, String detail, Finding.@Nullable Position position) {}

    /** Names the problem by the first sort of mistake, and tells all of them. */
    static ProblemException of(List<Finding> findings) {
        List<Finding> ordered =
                findings.stream().sorted(Comparator.comparing(Finding::fault)).toList();
        List<Mistake> errors = ordered.stream()
                .map(finding -> new Mistake(finding.pointer(), finding.detail(), finding.position()))
                .toList();
        return new ProblemException(type(ordered.getFirst().fault()), SEE_ERRORS, Map.of("errors", errors));
    }

    private static ProblemType type(Fault fault) {
        return switch (fault) {
            case FORMULA -> FORMULA_INVALID;
            case UNKNOWN_COUNTER -> UNKNOWN_COUNTER;
            case DIVIDES_BY_ZERO -> DIVIDES_BY_ZERO;
            case WAITS -> WAITS;
            case INVALID -> ProblemType.INVALID;
        };
    }

    static ProblemException codeTaken() {
        return new ProblemException(CODE_TAKEN, "Choose another code, or change that KPI; GET /api/kpis lists them.");
    }

    static ProblemException nameTaken(String code) {
        return new ProblemException(
                NAME_TAKEN, "The KPI " + code + " has this name: two of a name cannot be told apart.");
    }

    static ProblemException shipped() {
        return new ProblemException(SHIPPED, "Only KPIs that were made at run time can be changed here.");
    }

    static ProblemException tooMany(int most) {
        return new ProblemException(TOO_MANY, "There can be " + most + ". Delete one that is not used any more.");
    }

    static ProblemException versionNeeded() {
        return new ProblemException(VERSION_NEEDED, "Send If-Match with the ETag of the version that you have read.");
    }

    static ProblemException staleVersion() {
        return new ProblemException(STALE_VERSION, "Read it again, then repeat the change with its ETag.");
    }
}
