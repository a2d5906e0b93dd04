package io.dianmai.kpi.target.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a file.
 *
 * @param dryRun whether nothing was kept
 * @param unchanged rows that plan what was planned already
 */
record ImportReport(boolean dryRun, int rows, int accepted, int unchanged, int refused, List<Row> verdicts) {

    /**
     * Of one row.
     *
     * @param verdict {@code accepted}, {@code unchanged} or {@code refused}
     * @param plan which it is for, as {@code store what owner year}; absent when that cannot be told
     */
    record Row(int line, String verdict, @Nullable String plan, List<Reason> reasons) {
        static Row refused(int line, @Nullable String plan, List<Reason> reasons) {
            return new Row(line, REFUSED, plan, reasons);
        }

        static Row kept(int line, String verdict, String plan) {
            return new Row(line, verdict, plan, List.of());
        }
    }

    /**
     * Why a row was refused.
     *
     * @param column its title in the file; absent when it is about the whole row
     */
    record Reason(@Nullable String column, String reason) {}

    static final String ACCEPTED = "accepted";
    static final String UNCHANGED = "unchanged";
    static final String REFUSED = "refused";

    static ImportReport of(boolean dryRun, List<Row> verdicts) {
        return new ImportReport(
                dryRun,
                verdicts.size(),
                count(verdicts, ACCEPTED),
                count(verdicts, UNCHANGED),
                count(verdicts, REFUSED),
                verdicts);
    }

    private static int count(List<Row> verdicts, String verdict) {
        return Math.toIntExact(
                verdicts.stream().filter(row -> row.verdict().equals(verdict)).count());
    }
}
