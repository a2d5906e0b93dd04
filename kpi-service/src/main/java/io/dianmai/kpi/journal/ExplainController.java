package io.dianmai.kpi.journal;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Catalogue;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.value.ValueDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis/explain}: where a number comes from, over those stores of the scope that the viewer may see. */
@RestController
class ExplainController {
    private static final ProblemType UNKNOWN_KPI =
            ProblemType.of("unknown-kpi", "There is no such KPI", HttpStatus.BAD_REQUEST);
    private static final int MOST = 200;

    private final Catalogue catalogue;
    private final ValueDesk values;
    private final Explainer explainer;

    ExplainController(Catalogue catalogue, ValueDesk values, Explainer explainer) {
        this.catalogue = catalogue;
        this.values = values;
        this.explainer = explainer;
    }

    @GetMapping("/api/kpis/explain")
    Explanation explain(
            Viewer viewer,
            @RequestParam(name = "kpi") String code,
            @RequestParam String scope,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String dimension,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(defaultValue = "brief") String events,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Kpi kpi = catalogue
                .find(code)
                .orElseThrow(() -> new ProblemException(UNKNOWN_KPI, "GET /api/kpis lists the codes that there are."));
        ValueDesk.Asked asked = values.asked(viewer, scope, period);
        return explainer.explain(
                asked,
                new Explainer.Question(
                        kpi,
                        scope,
                        period,
                        values.slice(dimension, value),
                        part(part, kpi),
                        cursor(cursor),
                        limit(limit),
                        isFull(events)));
    }

    private static Explainer.Part part(@Nullable String part, Kpi kpi) {
        return switch (part) {
            case null -> Explainer.Part.BOTH;
            case "numerator" -> Explainer.Part.NUMERATOR;
            case "denominator" -> {
                if (kpi.denominator() == null) {
                    throw invalid("part", "This KPI has no denominator.");
                }
                yield Explainer.Part.DENOMINATOR;
            }
            default -> throw invalid("part", "Must be numerator or denominator.");
        };
    }

    private static @Nullable ExplainCursor cursor(@Nullable String text) {
        return text == null
                ? null
                : ExplainCursor.parse(text)
                        .orElseThrow(() -> invalid("cursor", "Must be taken from next of the page before."));
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw invalid("limit", "Must be from 1 to " + MOST + ".");
        }
        return limit;
    }

    private static boolean isFull(String events) {
        return switch (events) {
            case "brief" -> false;
            case "full" -> true;
            default -> throw invalid("events", "Must be brief or full.");
        };
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.invalid(List.of(new Violation(parameter, detail)));
    }
}
