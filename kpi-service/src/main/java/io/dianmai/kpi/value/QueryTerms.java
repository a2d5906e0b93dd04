package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Catalogue;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Dimension;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the terms of KPI queries; what makes no sense ends as a problem that names the parameter. */
@Component
public class QueryTerms {
    private static final ProblemType UNKNOWN_SCOPE =
            ProblemType.of("unknown-scope", "There is no such scope", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_PERIOD =
            ProblemType.of("unknown-period", "There is no such period", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_KPI =
            ProblemType.of("unknown-kpi", "There is no such KPI", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_DIMENSION =
            ProblemType.of("unknown-dimension", "There is no such dimension", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_COMPARISON =
            ProblemType.of("unknown-comparison", "There is no such comparison", HttpStatus.BAD_REQUEST);
    private static final ProblemType VALUE_WITHOUT_DIMENSION =
            ProblemType.of("value-without-dimension", "A value needs its dimension", HttpStatus.BAD_REQUEST);

    /** Rows are cut by more than these, for answers of their own. */
    private static final Set<String> DIMENSIONS =
            Set.of("advisor", "team", "channel", "activity", "model", "competitor");

    private final Catalogue catalogue;
    private final KnownStores stores;

    QueryTerms(Catalogue catalogue, KnownStores stores) {
        this.catalogue = catalogue;
        this.stores = stores;
    }

    /** A problem with one parameter. */
    public static ProblemException problem(ProblemType type, String parameter, String detail) {
        return new ProblemException(type, detail, Map.of("errors", List.of(new Violation(parameter, detail))));
    }

    public Scope scope(String text) {
        return Scope.parse(text)
                .orElseThrow(() -> problem(
                        UNKNOWN_SCOPE,
                        "scope",
                        "scope is group, region:<id>, brand:<id>, tier:mid, tier:premium or store:<id>."));
    }

    /** All stores of the group, whoever asks: for comparisons that show no store's own number. */
    public List<StorePublished> everyone() {
        return stores.all();
    }

    /** Those stores of a scope that the viewer may see; 404 when there is none, but for the group. */
    public List<StorePublished> visible(Viewer viewer, Scope scope) {
        List<StorePublished> visible = stores.all().stream()
                .filter(scope::contains)
                .filter(store -> viewer.maySee(store.storeId()))
                .toList();
        if (visible.isEmpty() && !(scope instanceof Scope.Group)) {
            throw ProblemException.notFound();
        }
        return visible;
    }

    public ReportingPeriod period(String text) {
        return ReportingPeriod.parse(text)
                .orElseThrow(() -> problem(
                        UNKNOWN_PERIOD,
                        "period",
                        "period is a day (2026-11-21), ten days (2026-11-T1 to T3), an ISO week (2026-W47), a month "
                                + "(2026-11), a quarter (2026-Q4) or a year (2026), from 2000 to 2100."));
    }

    public Kpi kpi(String code) {
        return catalogue
                .find(code)
                .orElseThrow(() -> problem(UNKNOWN_KPI, "kpi", "GET /api/kpis lists the codes that there are."));
    }

    /** The KPIs of these codes; without any, all that have values. */
    Collection<Kpi> kpis(@Nullable List<String> codes) {
        return codes == null || codes.isEmpty()
                ? catalogue.all().stream().filter(Kpi::available).toList()
                : new LinkedHashSet<>(codes).stream().map(this::kpi).toList();
    }

    /**
     * The dimension to cut by, if any.
     *
     * @param value the one value that is wanted, if any
     */
    public @Nullable Dimension dimension(@Nullable String name, @Nullable String value) {
        if (name == null) {
            if (value != null) {
                throw problem(VALUE_WITHOUT_DIMENSION, "value", "Say with dimension what it is a value of.");
            }
            return null;
        }
        return Dimension.named(name)
                .filter(_ -> DIMENSIONS.contains(name))
                .orElseThrow(() -> problem(
                        UNKNOWN_DIMENSION,
                        "dimension",
                        "dimension is advisor, team, channel, activity, model or competitor."));
    }

    /** What to compare with; without any word of it, the target. */
    static Set<Comparison> comparisons(@Nullable List<String> names) {
        return names == null
                ? Set.of(Comparison.TARGET)
                : names.stream()
                        .map(name -> Comparison.named(name)
                                .orElseThrow(() -> problem(
                                        UNKNOWN_COMPARISON,
                                        "compare",
                                        "compare is of target, previous, last-year, brand-mean and rank.")))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
