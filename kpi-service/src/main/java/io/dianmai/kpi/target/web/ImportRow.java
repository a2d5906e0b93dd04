package io.dianmai.kpi.target.web;

import io.dianmai.kit.table.TableRow;
import io.dianmai.kpi.target.Aim;
import io.dianmai.kpi.target.Aims;
import io.dianmai.kpi.target.Flaw;
import io.dianmai.kpi.target.PlanDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file as a draft.
 *
 * @param flaws of its cells; with any, the draft is not to be used
 */
record ImportRow(int line, PlanDraft draft, List<Flaw> flaws) {

    static ImportRow read(TableRow row, ImportHeader header, Aims aims) {
        ImportCells cells = new ImportCells(row, header);
        String store = cells.needed(ImportHeader.STORE);
        String what = cells.needed(ImportHeader.WHAT);
        String owner = cells.text(ImportHeader.OWNER);
        int year = cells.year();
        LocalDate from = cells.effectiveFrom();
        @Nullable Aim aim = aims.named(what).orElse(null);
        BigDecimal total = cells.figure(ImportHeader.TOTAL, aim);
        List<@Nullable BigDecimal> months = IntStream.range(0, ImportHeader.MONTHS)
                .<@Nullable BigDecimal>mapToObj(month -> cells.figure(ImportHeader.month(month), aim))
                .toList();
        List<Flaw> flaws = cells.flaws();
        if (!flaws.isEmpty()) {
            return new ImportRow(row.line(), new PlanDraft(store, what, owner, year, from, null, null, null), flaws);
        }
        return figures(row.line(), new PlanDraft(store, what, owner, year, from, total, given(months), null), aim);
    }

    /** Months that nothing was filled in for are no months; PlanRules tells which other gaps are too many. */
    private static @Nullable List<@Nullable BigDecimal> given(List<@Nullable BigDecimal> months) {
        return months.stream().allMatch(Objects::isNull) ? null : months;
    }

    private static ImportRow figures(int line, PlanDraft draft, @Nullable Aim aim) {
        List<@Nullable BigDecimal> months = draft.months();
        if (aim == null || !aim.isKpi() || draft.total() != null || months == null || !months.contains(null)) {
            return new ImportRow(line, draft, List.of());
        }
        return ramp(line, draft, months);
    }

    private static ImportRow ramp(int line, PlanDraft draft, List<@Nullable BigDecimal> months) {
        int first = firstMonth(draft);
        int last = months.size();
        while (last > 0 && months.get(last - 1) == null) {
            last--;
        }
        List<Flaw> flaws = new ArrayList<>();
        for (int month = 0; month < Math.max(first + 1, last); month++) {
            boolean given = months.get(month) != null;
            if (given && month < first) {
                flaws.add(new Flaw(ImportHeader.month(month), "Lies before the plan takes effect."));
            } else if (!given && month >= first) {
                flaws.add(new Flaw(
                        ImportHeader.month(month), "A number is needed; only months at the end may be empty."));
            }
        }
        List<@Nullable BigDecimal> ramp = flaws.isEmpty() ? months.subList(first, last) : null;
        return new ImportRow(
                line,
                new PlanDraft(
                        draft.storeId(),
                        draft.what(),
                        draft.owner(),
                        draft.year(),
                        draft.effectiveFrom(),
                        null,
                        null,
                        ramp),
                flaws);
    }

    private static int firstMonth(PlanDraft draft) {
        return draft.effectiveFrom() == null ? 0 : draft.effectiveFrom().getMonthValue() - 1;
    }

    /** The field of the file that a flaw of the draft is about. */
    String fieldOf(Flaw flaw) {
        return flaw.field().startsWith("ramp/")
                ? ImportHeader.month(
                        firstMonth(draft) + Integer.parseInt(flaw.field().substring("ramp/".length())))
                : flaw.field();
    }

    /** Which plan it is for, to be read in its verdict. */
    @Nullable
    String plan() {
        return draft.storeId().isEmpty() || draft.what().isEmpty() || draft.year() == 0
                ? null
                : String.join(
                        " ",
                        draft.storeId(),
                        draft.what(),
                        draft.owner() == null ? "store" : draft.owner(),
                        String.valueOf(draft.year()));
    }
}
