package io.dianmai.lead.assignment;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.lead.assignment.StoreLoads.Move;
import io.dianmai.lead.notebook.Notebook;
import io.dianmai.lead.notebook.Notebook.Change;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Keeps the loads of all stores true. What events tell is counted once for each lead and sequence, whatever comes again
 * after a crash or on another instance; a choice of the rule is kept at once, for its event is heard only later.
 *
 * <p>A round is one write to the store's document, which also keeps what each lead was counted as; only then that is
 * written to the leads' own documents. So of a crash in between nothing is lost and nothing is counted twice.
 */
class LoadBook {
    private final Notebook<StoreLoads> loads;
    private final StandingArchive leads;
    private final Function<String, ZoneId> zones;
    private final Clock clock;
    /** Of each store the last round that this instance has settled: saves writing what stands there already. */
    private final Map<String, Long> settled = new ConcurrentHashMap<>();

    /**
     * On one instance of the service.
     *
     * @param zones of the stores by their ids
     */
    LoadBook(MongoTemplate mongo, StandingArchive leads, Function<String, ZoneId> zones, Clock clock) {
        this.loads = new Notebook<>(mongo, "advisorLoads", StoreLoads.class, StoreLoads.NONE);
        this.leads = leads;
        this.zones = zones;
        this.clock = clock;
    }

    StoreLoads find(String storeId) {
        return loads.find(storeId);
    }

    /** What the advisors of a store have in hand, for the rule. */
    Loads of(String storeId) {
        return new Loads() {
            @Override
            public Standing now() {
                return find(storeId).at(clock.instant());
            }

            @Override
            public Optional<Dealt> take(String leadId, Function<Standing, Optional<Dealt>> choice) {
                return loads.change(storeId, before -> {
                    var now = clock.instant();
                    Optional<Dealt> dealt = choice.apply(before.at(now));
                    StoreLoads after = dealt.map(to -> before.promising(leadId, to.advisorId(), now))
                            .orElse(before);
                    return new Change<>(after, dealt);
                });
            }
        };
    }

    /** Counts events of one store, in their order. */
    void count(String storeId, List<Envelope<LeadEvent>> events) {
        StoreLoads after = loads.change(storeId, before -> {
            StoreLoads counted = counted(storeId, before, events);
            return new Change<>(counted, counted);
        });
        settle(storeId, after);
    }

    private StoreLoads counted(String storeId, StoreLoads before, List<Envelope<LeadEvent>> events) {
        List<Move> moves = moves(standings(before, events), events, storeId);
        if (moves.isEmpty()) {
            return before;
        }
        settle(storeId, before);
        return before.counting(moves);
    }

    /** Writes to the leads what a round has counted them as. */
    private void settle(String storeId, StoreLoads round) {
        if (settled.getOrDefault(storeId, 0L) != round.rounds()) {
            leads.settle(round.unsettled());
            settled.put(storeId, round.rounds());
        }
    }

    private Map<String, LeadStanding> standings(StoreLoads loads, List<Envelope<LeadEvent>> events) {
        var standings = new HashMap<>(
                leads.find(events.stream().map(Envelope::aggregateId).distinct().toList()));
        loads.unsettled()
                .forEach(last -> standings.merge(
                        last.leadId(), last, (old, its) -> its.sequence() > old.sequence() ? its : old));
        return standings;
    }

    private List<Move> moves(Map<String, LeadStanding> standings, List<Envelope<LeadEvent>> events, String storeId) {
        var zone = zones.apply(storeId);
        var moves = new ArrayList<Move>();
        for (Envelope<LeadEvent> event : events) {
            String leadId = event.aggregateId();
            LeadStanding before = standings.getOrDefault(leadId, LeadStanding.unknown(leadId));
            if (event.sequence() > before.sequence()) {
                LeadStanding after = before.after(event.data(), event.sequence());
                var day = event.data() instanceof LeadAssigned
                        ? event.time().atZone(zone).toLocalDate()
                        : null;
                moves.add(new Move(before, after, day));
                standings.put(leadId, after);
            }
        }
        return moves;
    }
}
