package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.catalogue.Finding.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a KPI of a draft, or says all that is wrong with it: the same checks for the reviewed file and for what people
 * define at run time. Left out may be {@code nameEn}, {@code area}, {@code kind} (then it follows from the formulas),
 * {@code better} (higher), {@code period} (month), targets and note.
 */
final class KpiReader {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 500;
    private static final String OWN_AREA = "custom";

    private final CounterList counters;
    private final KpiDraft draft;
    private final List<Finding> findings = new ArrayList<>();

    private KpiReader(CounterList counters, KpiDraft draft) {
        this.counters = counters;
        this.draft = draft;
    }

    /** What came of a draft. */
    sealed interface Reading {
        /** @param waits each place where it names something that nothing feeds yet: until then it has no values */
        record Good(Kpi kpi, List<Finding> waits) implements Reading {}

        record Bad(List<Finding> findings) implements Reading {}
    }

    static Reading read(KpiDraft draft, CounterList counters, Kpi.@Nullable Custom custom) {
        return new KpiReader(counters, draft).read(custom);
    }

    private Reading read(Kpi.@Nullable Custom custom) {
        String code = code();
        String nameZh = text("/nameZh", draft.nameZh(), null, LONGEST_NAME);
        String nameEn = text("/nameEn", draft.nameEn(), nameZh, LONGEST_NAME);
        String area = text("/area", draft.area(), OWN_AREA, LONGEST_NAME);
        KpiUnit unit = constant("/unit", KpiUnit.class, draft.unit(), null);
        Kpi.Better better = constant("/better", Kpi.Better.class, draft.better(), Kpi.Better.HIGHER);
        Kpi.UsualPeriod period = constant("/period", Kpi.UsualPeriod.class, draft.period(), Kpi.UsualPeriod.MONTH);
        Targets targets = targets(better);
        String note = draft.note() == null ? null : text("/note", draft.note(), null, LONGEST_NOTE);
        KpiFormulas formulas = KpiFormulas.read(draft, counters, findings);
        KpiKind kind = formulas == null ? KpiKind.COUNT : kind(formulas, unit);
        if (formulas == null) {
            return new Reading.Bad(findings);
        }
        if (!findings.isEmpty()) {
            findings.addAll(formulas.waits());
            return new Reading.Bad(findings);
        }
        Kpi kpi = new Kpi(
                code,
                nameZh,
                nameEn,
                area,
                kind,
                formulas.numerator(),
                formulas.denominator(),
                unit,
                better,
                targets,
                period,
                note,
                formulas.missing(),
                custom);
        return new Reading.Good(kpi, formulas.waits());
    }

    private String code() {
        String code = Objects.requireNonNullElse(draft.code(), "");
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            invalid("/code", "Must be lower-case words with hyphens, for example close-rate.");
        }
        return code;
    }

    private String text(String pointer, @Nullable String text, @Nullable String otherwise, int longest) {
        String value = Objects.requireNonNullElse(text == null ? otherwise : text, "");
        if (value.isBlank() || value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            invalid(pointer, "Must be a text of 1 to " + longest + " characters on one line.");
        }
        return value;
    }

    private <E extends Enum<E>> E constant(
            String pointer, Class<E> type, @Nullable String name, @Nullable E otherwise) {
        if (name == null && otherwise != null) {
            return otherwise;
        }
        return WireNames.find(type, Objects.requireNonNullElse(name, "")).orElseGet(() -> {
            invalid(pointer, "Must be one of " + WireNames.all(type) + ".");
            return type.getEnumConstants()[0];
        });
    }

    private Targets targets(Kpi.Better better) {
        Targets given = Objects.requireNonNullElse(draft.targets(), Targets.NONE);
        if (draft.target() != null && given.all() != null) {
            invalid("/target", "Is short for /targets/all: leave one of them out.");
        }
        String all = draft.target() == null ? given.all() : draft.target();
        target(draft.target() == null ? "/targets/all" : "/target", all);
        target("/targets/mid", given.mid());
        target("/targets/premium", given.premium());
        Targets targets = new Targets(all, given.mid(), given.premium());
        if (better == Kpi.Better.RANGE && !targets.areRanges()) {
            invalid("/better", "Range needs targets that are ranges, for example 80..110.");
        }
        return targets;
    }

    private void target(String pointer, @Nullable String target) {
        if (target != null && !Targets.isTarget(target)) {
            invalid(pointer, "Must be a number, a range such as 80..110, or brand-mean.");
        }
    }

    private KpiKind kind(KpiFormulas formulas, KpiUnit unit) {
        if (draft.kind() == null) {
            return formulas.usualKind(unit);
        }
        KpiKind kind = constant("/kind", KpiKind.class, draft.kind(), null);
        if (WireNames.of(kind).equals(draft.kind())) {
            Stream.ofNullable(formulas.objection(kind)).forEach(findings::add);
        }
        return kind;
    }

    private void invalid(String pointer, String detail) {
        findings.add(new Finding(Fault.INVALID, pointer, detail, null));
    }
}
