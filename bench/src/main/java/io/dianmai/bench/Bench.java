package io.dianmai.bench;

import io.dianmai.bench.report.Report;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/** One thing that is measured. */
public interface Bench {
    /** What can be sized, with what is taken when nothing is said. */
    Map<String, Integer> sizes();

    /** The sizes of which none may be asked for: the part that they measure is left out then. */
    default Set<String> optional() {
        return Set.of();
    }

    /** Where its result belongs. */
    default Report report() {
        return Report.KPI_ENGINE;
    }

    /**
     * Measures it, telling the raw figures as they come; returns them by names that tell the unit.
     *
     * @throws Exception when it could not be measured
     */
    Map<String, Object> run(Options options, PrintStream out) throws Exception;
}
