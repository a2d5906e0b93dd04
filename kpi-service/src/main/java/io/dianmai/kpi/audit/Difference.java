package io.dianmai.kpi.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A number of a live row that is not what its events make.
 *
 * @param row the period of the row
 * @param slice for which value of which dimension ({@code advisor=A1}); absent for the store as a whole
 * @param counter {@code revision} for the number of postings in the row
 */
record Difference(
        String row,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String slice,
        String counter,
        long live,
        long recomputed) {}
