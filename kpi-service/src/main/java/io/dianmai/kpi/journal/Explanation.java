package io.dianmai.kpi.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dianmai.contracts.EventData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a number comes from: the formulas, what stands in them, and the very events behind it.
 *
 * @param stores how many stores it is the sum of
 * @param cut the value of a dimension, when the answer is of that only
 * @param value null when there is no denominator, or no event feeds it
 * @param counters what the formulas name, of the part that was asked for
 * @param events newest first by day, within a day by store; each may add to several counters
 * @param next cursor of the next page; a page that is short is not the last one if this is there
 * @param journal how complete the events are
 */
record Explanation(
        String kpi,
        String scope,
        String period,
        int stores,
        @Nullable Cut cut,
        Formulas formulas,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        List<Term> counters,
        List<ExplainedEvent> events,
        @Nullable String next,
        Completeness journal) {

    record Cut(String dimension, String value) {}

    record Formulas(String numerator, @Nullable String denominator) {}

    /**
     * A name in a formula.
     *
     * @param kind {@code flow}: its events add up to the figure; {@code level}: its events add up to the figure less
     *     {@code opening}; {@code other}: no counter, but from the registry or the targets
     * @param figure null when there is none
     * @param opening the level before the period's first event; null of a flow, and of a level that is told ahead
     */
    record Term(
            String name,
            String kind,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal figure,

            @Nullable BigDecimal opening) {}

    /**
     * How far the journal has come.
     *
     * @param eventsBehind events of all stores that are not in it yet: until it is 0 some may be missing here; absent
     *     when that cannot be told
     */
    record Completeness(boolean complete, @Nullable Long eventsBehind) {}

    /**
     * An event and what it added.
     *
     * @param businessDay the day that it counts for, in its store's zone
     * @param countedAt the instant that it counts for, where that is not its own time
     * @param restated whether it changed another day than its own
     * @param added amounts of the counters above only, in fen and minutes
     * @param dimensions what it also counted for
     * @param event the whole of it, when asked for
     */
    record ExplainedEvent(
            String id,
            String type,
            String storeId,
            String subject,
            long sequence,
            Instant time,
            Instant recordedTime,
            LocalDate businessDay,
            @Nullable Instant countedAt,
            boolean restated,
            Map<String, Long> added,
            Map<String, String> dimensions,
            Origin origin,
            @Nullable EventData event) {}

    /** The record that carried it. */
    record Origin(String topic, int partition, long offset) {}
}
