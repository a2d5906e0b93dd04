package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.catalogue.Finding.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of a KPI, whose names are all known.
 *
 * @param figures what their names stand for
 * @param waits each place where they name something that nothing feeds yet
 */
record KpiFormulas(Formula numerator, @Nullable Formula denominator, List<CounterEntry> figures, List<Finding> waits) {
    private static final String NUMERATOR = "/numerator";
    private static final String DENOMINATOR = "/denominator";

    /** Reads them; null when they do not hold together, with what is wrong added to {@code findings}. */
    static @Nullable KpiFormulas read(KpiDraft draft, CounterList counters, List<Finding> findings) {
        int before = findings.size();
        Formula numerator = formula(NUMERATOR, Objects.requireNonNullElse(draft.numerator(), ""), findings);
        Formula denominator = draft.denominator() == null ? null : formula(DENOMINATOR, draft.denominator(), findings);
        if (numerator != null) {
            check(NUMERATOR, numerator, counters, findings);
        }
        if (denominator != null) {
            check(DENOMINATOR, denominator, counters, findings);
            if (denominator.isAlwaysZero()) {
                var whole = new FormulaError(
                        "The denominator is always zero.", 0, denominator.text().length());
                findings.add(Finding.of(Fault.DIVIDES_BY_ZERO, DENOMINATOR, whole));
            }
        }
        if (numerator == null || findings.size() > before) {
            return null;
        }
        List<CounterEntry> figures = Stream.of(numerator, denominator)
                .flatMap(Stream::ofNullable)
                .flatMap(formula -> formula.names().stream())
                .distinct()
                .flatMap(name -> counters.find(name).stream())
                .toList();
        List<Finding> waits = new ArrayList<>(waiting(NUMERATOR, numerator, counters));
        if (denominator != null) {
            waits.addAll(waiting(DENOMINATOR, denominator, counters));
        }
        return new KpiFormulas(numerator, denominator, figures, waits);
    }

    /** Names in them that nothing feeds yet. */
    List<String> missing() {
        return figures.stream()
                .filter(CounterEntry::isWaiting)
                .map(CounterEntry::name)
                .toList();
    }

    private static List<Finding> waiting(String pointer, Formula formula, CounterList counters) {
        return formula.mentions().stream()
                .flatMap(mention -> counters
                        .find(mention.text())
                        .map(CounterEntry::waitsFor)
                        .map(event -> Finding.of(
                                Fault.WAITS, pointer, mention, mention.text() + " waits for the event " + event + "."))
                        .stream())
                .toList();
    }

    private static @Nullable Formula formula(String pointer, String text, List<Finding> findings) {
        try {
            return Formula.parse(text);
        } catch (FormulaError error) {
            findings.add(Finding.of(Fault.FORMULA, pointer, error));
            return null;
        }
    }

    private static void check(String pointer, Formula formula, CounterList counters, List<Finding> findings) {
        if (pointer.equals(NUMERATOR) && formula.names().isEmpty()) {
            var whole = new FormulaError(
                    "A numerator names at least one counter.", 0, formula.text().length());
            findings.add(Finding.of(Fault.FORMULA, pointer, whole));
        }
        for (FormulaToken mention : formula.mentions()) {
            if (counters.find(mention.text()).isEmpty()) {
                String detail = "No counter is called " + mention.text() + "; GET /api/kpis/counters lists them.";
                findings.add(Finding.of(Fault.UNKNOWN_COUNTER, pointer, mention, detail));
            }
        }
        formula.zeroDivisions().forEach(zero -> findings.add(Finding.of(Fault.DIVIDES_BY_ZERO, pointer, zero)));
    }

    /** The kind that goes with them. */
    KpiKind usualKind(KpiUnit unit) {
        boolean state = figures.stream().anyMatch(figure -> figure.kind().isState());
        if (denominator != null) {
            return state ? KpiKind.GAUGE_RATIO : KpiKind.RATIO;
        }
        if (figures.stream().allMatch(figure -> figure.kind().isState())) {
            return KpiKind.GAUGE;
        }
        return unit == KpiUnit.COUNT ? KpiKind.COUNT : KpiKind.SUM;
    }

    /** Why they cannot be of this kind; null if they can. */
    @Nullable
    Finding objection(KpiKind kind) {
        if (kind.hasDenominator() != (denominator != null)) {
            String kindName = WireNames.of(kind);
            return Finding.invalid(
                    DENOMINATOR, kindName + (denominator == null ? " needs a denominator." : " takes no denominator."));
        }
        return switch (kind) {
            case RATIO, SUM, COUNT ->
                first(true)
                        .map(state -> wrongKind(state, "is a state, which does not add up over a period", "gauge"))
                        .orElse(null);
            case GAUGE ->
                first(false)
                        .map(flow -> wrongKind(flow, "is no state at the end of a period", "sum, count and ratio"))
                        .orElse(null);
            case GAUGE_RATIO ->
                first(true).isPresent()
                        ? null
                        : Finding.invalid("/kind", "No state takes part in it; the kind is ratio.");
            case GROWTH -> null;
        };
    }

    private Optional<CounterEntry> first(boolean state) {
        return figures.stream()
                .filter(figure -> figure.kind().isState() == state)
                .findFirst();
    }

    private static Finding wrongKind(CounterEntry figure, String why, String kinds) {
        return Finding.invalid("/kind", figure.name() + " " + why + "; see " + kinds + ".");
    }
}
