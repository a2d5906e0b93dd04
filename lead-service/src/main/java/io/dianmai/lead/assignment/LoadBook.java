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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Counts events, those of each store in their order, with as many questions and writes for many stores as for one. */
    void count(Map<String, List<Envelope<LeadEvent>>> byStore) {
        Map<String, StoreLoads> rounds = loads.changeAll(byStore.keySet(), before -> counted(before, byStore));
        settle(rounds);
    }

    private BiFunction<String, StoreLoads, Change<StoreLoads, StoreLoads>> counted(
            Map<String, StoreLoads> before, Map<String, List<Envelope<LeadEvent>>> byStore) {
        Map<String, LeadStanding> standings = standings(before, byStore);
        settle(before);
        return (storeId, loads) -> {
            List<Move> moves = moves(standings, byStore.getOrDefault(storeId, List.of()), storeId);
            StoreLoads after = moves.isEmpty() ? loads : loads.counting(moves);
            return new Change<>(after, after);
        };
    }

    /** Writes to the leads what the last round of each store has counted them as. */
    private void settle(Map<String, StoreLoads> rounds) {
        var open = new HashMap<>(rounds);
        open.entrySet()
                .removeIf(round -> settled.getOrDefault(round.getKey(), 0L)
                        == round.getValue().rounds());
        leads.settle(open.values().stream()
                .flatMap(round -> round.unsettled().stream())
                .toList());
        open.forEach((storeId, round) -> settled.put(storeId, round.rounds()));
    }

    private Map<String, LeadStanding> standings(
            Map<String, StoreLoads> loads, Map<String, List<Envelope<LeadEvent>>> byStore) {
        var leadIds = loads.keySet().stream()
                .flatMap(storeId -> byStore.getOrDefault(storeId, List.of()).stream())
                .map(Envelope::aggregateId)
                .collect(Collectors.toSet());
        Map<String, LeadStanding> standings = leads.find(leadIds);
        loads.values().stream()
                .flatMap(round -> round.unsettled().stream())
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
