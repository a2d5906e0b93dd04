package io.dianmai.kpi.journal;

import io.dianmai.contracts.EventData;
import io.dianmai.kpi.catalogue.Formula;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.value.ValueDesk;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a number beside the events that made it. */
@Component
class Explainer {
    private final ValueDesk values;
    private final EventPages pages;
    private final FullEvents fullEvents;
    private final JournalProgress progress;

    Explainer(ValueDesk values, EventPages pages, FullEvents fullEvents, JournalProgress progress) {
        this.values = values;
        this.pages = pages;
        this.fullEvents = fullEvents;
        this.progress = progress;
    }

    /**
     * A question.
     *
     * @param scope as it was asked
     * @param period as it was asked
     * @param full whether whole events are wanted
     */
    record Question(
            Kpi kpi,
            String scope,
            String period,
            @Nullable Slice slice,
            Part part,
            @Nullable ExplainCursor cursor,
            int limit,
            boolean full) {}

    /** Of which formula the counters and events are wanted. */
    enum Part {
        BOTH,
        NUMERATOR,
        DENOMINATOR;

        Set<String> names(Kpi kpi) {
            Set<String> names = new TreeSet<>();
            Formula denominator = kpi.denominator();
            if (this != DENOMINATOR) {
                names.addAll(kpi.numerator().names());
            }
            if (this != NUMERATOR && denominator != null) {
                names.addAll(denominator.names());
            }
            return names;
        }
    }

    Explanation explain(ValueDesk.Asked asked, Question question) {
        Kpi kpi = question.kpi();
        Formula denominator = kpi.denominator();
        Slice slice = question.slice();
        // Asked first: what the journal has then, the pages have too.
        Long behind = progress.eventsBehind();
        ValueDesk.Standing standing = values.standing(asked, kpi, slice);
        Set<String> names = question.part().names(kpi);
        EventPages.EntryPage page = pages.page(wanted(asked, names, slice), question.cursor(), question.limit());
        return new Explanation(
                kpi.code(),
                question.scope(),
                question.period(),
                asked.storeIds().size(),
                slice == null ? null : new Explanation.Cut(slice.dimension().wireName(), slice.value()),
                new Explanation.Formulas(kpi.numerator().text(), denominator == null ? null : denominator.text()),
                standing.value(),
                standing.numerator(),
                standing.denominator(),
                standing.unit(),
                terms(names, standing, values.moved(asked, slice)),
                events(page.entries(), names, question.full()),
                page.next() == null ? null : page.next().text(),
                new Explanation.Completeness(behind != null && behind == 0, behind));
    }

    private static EventPages.Wanted wanted(ValueDesk.Asked asked, Set<String> names, @Nullable Slice slice) {
        Set<Counter> counters = EnumSet.noneOf(Counter.class);
        names.forEach(name -> Counter.named(name).ifPresent(counters::add));
        return new EventPages.Wanted(asked.storeIds(), asked.firstDay(), asked.lastDay(), counters, slice);
    }

    private static List<Explanation.Term> terms(
            Set<String> names, ValueDesk.Standing standing, Map<Counter, Long> moved) {
        return names.stream()
                .map(name -> {
                    BigDecimal figure = standing.figures().of(name);
                    Counter counter = Counter.named(name).orElse(null);
                    if (counter == null) {
                        return new Explanation.Term(name, "other", figure, null);
                    }
                    // Of those told ahead the rows of a period that has not ended hold what is to come.
                    if (!counter.isGauge() || counter.isToldAhead() || figure == null) {
                        return new Explanation.Term(name, counter.isGauge() ? "level" : "flow", figure, null);
                    }
                    BigDecimal opening = figure.subtract(BigDecimal.valueOf(moved.getOrDefault(counter, 0L)));
                    return new Explanation.Term(name, "level", figure, opening);
                })
                .toList();
    }

    private List<Explanation.ExplainedEvent> events(List<Entry> entries, Set<String> names, boolean full) {
        Map<String, EventData> whole = full ? fullEvents.of(entries) : Map.of();
        return entries.stream()
                .map(entry -> event(entry, names, whole.get(entry.eventId())))
                .toList();
    }

    private static Explanation.ExplainedEvent event(Entry entry, Set<String> names, @Nullable EventData whole) {
        Map<String, Long> added = new TreeMap<>();
        entry.amounts().forEach((counter, amount) -> {
            if (names.contains(counter.catalogueName())) {
                added.put(counter.catalogueName(), amount);
            }
        });
        Map<String, String> dimensions = new TreeMap<>();
        entry.slices().stream()
                .filter(slice -> slice.dimension().queryable())
                .forEach(slice -> dimensions.put(slice.dimension().wireName(), slice.value()));
        Position position = entry.position();
        return new Explanation.ExplainedEvent(
                entry.eventId(),
                entry.type(),
                entry.storeDay().storeId(),
                entry.subject(),
                entry.sequence(),
                entry.time(),
                entry.recordedTime(),
                entry.storeDay().day(),
                entry.at().equals(entry.time()) ? null : entry.at(),
                entry.restated(),
                added,
                dimensions,
                new Explanation.Origin(position.topic(), position.partition(), position.offset()),
                whole);
    }
}
