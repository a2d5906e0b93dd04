package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether a draft is a plan, and makes its monthly figures. */
public final class PlanRules {
    private static final int MONTHS = 12;

    private PlanRules() {}

    /** What became of a draft. */
    public sealed interface Checked {
        record Good(PlanKey key, PlanVersion version) implements Checked {}

        record Bad(List<Flaw> flaws) implements Checked {}
    }

    /**
     * Checks a draft.
     *
     * @param store it is for
     * @param named what it is about, if there is such a counter or KPI
     * @param by who enters it
     */
    public static Checked check(PlanDraft draft, PlanningStore store, Optional<Aim> named, String by, Instant at) {
        List<Flaw> flaws = new ArrayList<>();
        if (draft.year() < PlanDays.FIRST_YEAR || draft.year() > PlanDays.LAST_YEAR) {
            return new Checked.Bad(List.of(new Flaw("year", "Must be from 2000 to 2100.")));
        }
        Optional<TargetOwner> owner = TargetOwner.parse(draft.owner()).filter(store::has);
        if (owner.isEmpty()) {
            flaws.add(new Flaw("owner", "Must be store, team:<id> or advisor:<id> of this store."));
        }
        if (draft.from().getYear() != draft.year()) {
            flaws.add(new Flaw("effectiveFrom", "Must lie in the plan's year."));
        }
        if (named.isEmpty()) {
            flaws.add(new Flaw("what", "There is no such counter or KPI."));
            return new Checked.Bad(flaws);
        }
        flaws.addAll(figureFlaws(draft, named.get()));
        if (owner.isEmpty() || !flaws.isEmpty()) {
            return new Checked.Bad(flaws);
        }
        var key = new PlanKey(store.storeId(), draft.what(), owner.get(), draft.year());
        var months = months(draft, named.get(), store.workingDays());
        return new Checked.Good(key, new PlanVersion(draft.from(), Optional.of(months), entered(draft), by, at));
    }

    private static List<Flaw> figureFlaws(PlanDraft draft, Aim aim) {
        if (Stream.of(draft.total() != null, draft.months() != null, draft.ramp() != null)
                        .filter(given -> given)
                        .count()
                != 1) {
            return List.of(new Flaw("", "Needs one of total, months and ramp."));
        }
        if (draft.total() != null) {
            int spreadOver = aim.additive() ? MONTHS : 1;
            return flaws("total", draft.total(), aim.unit(), spreadOver).toList();
        }
        if (draft.months() != null) {
            return draft.months().size() == MONTHS
                    ? flaws("months", draft.months(), aim.unit())
                    : List.of(new Flaw("months", "Needs 12 figures, January to December."));
        }
        return rampFlaws(draft.ramp() == null ? List.of() : draft.ramp(), aim);
    }

    private static List<Flaw> rampFlaws(List<@Nullable BigDecimal> ramp, Aim aim) {
        if (!aim.isKpi()) {
            return List.of(new Flaw("ramp", "Is for KPIs; a counter needs 12 months or a total."));
        }
        return ramp.isEmpty() || ramp.size() > MONTHS
                ? List.of(new Flaw("ramp", "Needs 1 to 12 figures."))
                : flaws("ramp", ramp, aim.unit());
    }

    private static List<Flaw> flaws(String field, List<@Nullable BigDecimal> figures, PlanUnit unit) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            flaws(field + '/' + i, figures.get(i), unit, 1).forEach(flaws::add);
        }
        return flaws;
    }

    private static Stream<Flaw> flaws(String field, @Nullable BigDecimal figure, PlanUnit unit, int months) {
        if (figure == null) {
            return Stream.of(new Flaw(field, "A number is needed."));
        }
        if (figure.signum() < 0) {
            return Stream.of(new Flaw(field, "Must not be negative."));
        }
        BigDecimal most = unit.mostPerMonth().multiply(BigDecimal.valueOf(months));
        if (figure.compareTo(most) > 0) {
            return Stream.of(new Flaw(field, "Must be at most " + most.toPlainString() + '.'));
        }
        return figure.stripTrailingZeros().scale() > unit.decimals()
                ? Stream.of(new Flaw(field, "Must have at most " + unit.decimals() + " decimals."))
                : Stream.of();
    }

    private static String entered(PlanDraft draft) {
        if (draft.total() != null) {
            return "total";
        }
        return draft.months() == null ? "ramp" : "months";
    }

    private static List<BigDecimal> months(PlanDraft draft, Aim aim, WorkingDays days) {
        List<BigDecimal> entered;
        if (draft.total() != null) {
            entered = aim.additive()
                    ? Spread.overMonths(draft.total(), draft.year(), days)
                    : Collections.nCopies(MONTHS, draft.total());
        } else if (draft.months() != null) {
            entered = given(draft.months());
        } else {
            entered = ramped(given(draft.ramp()), draft.from().getMonthValue());
        }
        return entered.stream().map(aim.unit()::kept).map(Spread::plain).toList();
    }

    private static List<BigDecimal> given(@Nullable List<@Nullable BigDecimal> figures) {
        return figures == null
                ? List.of()
                : figures.stream().flatMap(Stream::ofNullable).toList();
    }

    /** Months before it takes effect are never asked for; they have the first figure. */
    private static List<BigDecimal> ramped(List<BigDecimal> ramp, int firstMonth) {
        List<BigDecimal> months = new ArrayList<>(Collections.nCopies(firstMonth - 1, ramp.getFirst()));
        for (int month = firstMonth; month <= MONTHS; month++) {
            months.add(ramp.get(Math.min(month - firstMonth, ramp.size() - 1)));
        }
        return months;
    }
}
