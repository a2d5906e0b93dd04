package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.util.Collection;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The runs of clocks that were heard of. */
@Component
public class PastRuns {
    private final ClockBook clocks;

    PastRuns(ClockBook clocks) {
        this.clocks = clocks;
    }

    /** Hands over every run of a kind at these stores, those of one clock in order, never holding more than a few. */
    public void forEach(DeadlineKind kind, Collection<String> storeIds, Consumer<PastRun> sink) {
        Criteria wanted = Criteria.where(ClockDocuments.KIND)
                .is(kind.name())
                .and(ClockDocuments.STORE)
                .in(storeIds);
        clocks.forEach(wanted, clock -> clock.episodes().forEach(episode -> sink.accept(PastRun.of(clock, episode))));
    }
}
