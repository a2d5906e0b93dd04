package io.dianmai.kpi.audit;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Posting;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.engine.HeardSequences;
import io.dianmai.kpi.journal.EngineView;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A store counted anew, event by event: the engine's rules of what counts, and plain sums. When events were left out at
 * the beginning, the first one seen of an aggregate tells nothing about a gap before it.
 */
final class Recount {
    private final ZoneId zone;
    private final boolean fromTheBeginning;
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final HeardSequences heard = new HeardSequences(lastSequences::get, lastSequences::put);
    private final Map<String, Tally> tallies = new HashMap<>();
    private long counted;

    Recount(ZoneId zone, boolean fromTheBeginning) {
        this.zone = zone;
        this.fromTheBeginning = fromTheBeginning;
    }

    void add(String topic, Envelope<EventData> event) {
        int known = lastSequences.size();
        HeardSequences.Verdict verdict = heard.hear(topic, event);
        boolean firstSeen = lastSequences.size() > known;
        if (firstSeen && !fromTheBeginning) {
            verdict = new HeardSequences.Verdict(true, 0);
        }
        counted += verdict.isNews() ? 1 : 0;
        EngineView.postings(event, verdict, zone).forEach(this::post);
    }

    private void post(Posting posting) {
        LocalDate day = LocalDate.ofInstant(posting.at(), zone);
        tally(day.toString()).add(posting, true, _ -> true);
        tally(YearMonth.from(day).toString()).add(posting, true, _ -> true);
        tally("%04d".formatted(day.getYear())).add(posting, false, _ -> true);
        if (posting.amounts().keySet().stream().anyMatch(Counter::isGauge)) {
            tally(RowKey.EVER).add(posting, true, Counter::isGauge);
        }
    }

    Tally tally(String period) {
        return tallies.computeIfAbsent(period, _ -> new Tally());
    }

    /** How many events were counted, repeats left out. */
    long counted() {
        return counted;
    }
}
