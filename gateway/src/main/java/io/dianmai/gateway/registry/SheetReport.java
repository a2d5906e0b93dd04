package io.dianmai.gateway.registry;

import java.util.List;

/**
 * What has become of a file.
 *
 * @param dryRun whether nothing was kept
 * @param unchanged rows that say what the registry says already
 */
record SheetReport(boolean dryRun, int rows, int created, int changed, int unchanged, int refused, List<Row> verdicts) {
    SheetReport {
        verdicts = List.copyOf(verdicts);
    }

    /** Of a row. */
    enum Verdict {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * Of one row.
     *
     * @param line in the file
     * @param subject id of the store, team or person
     */
    record Row(int line, Verdict verdict, String storeId, String subject, List<Reason> reasons) {
        Row {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a row was refused.
     *
     * @param column its title in the file, or what is meant where it has none
     */
    record Reason(String column, String reason) {}

    static SheetReport of(boolean dryRun, List<Row> verdicts) {
        return new SheetReport(
                dryRun,
                verdicts.size(),
                count(verdicts, Verdict.CREATED),
                count(verdicts, Verdict.CHANGED),
                count(verdicts, Verdict.UNCHANGED),
                count(verdicts, Verdict.REFUSED),
                verdicts);
    }

    private static int count(List<Row> verdicts, Verdict verdict) {
        return (int) verdicts.stream().filter(row -> row.verdict() == verdict).count();
    }
}
