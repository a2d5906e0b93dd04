package io.dianmai.lead.assignment;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.lead.assignment.LoadArchive.Kept;
import io.dianmai.lead.assignment.StoreLoads.Move;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Keeps the loads of all stores true. What events tell is counted once for each lead and sequence, whatever comes again
 * after a crash or on another instance; a choice of the rule is kept at once, for its event is heard only later.
 *
 * <p>A round is one write to the store's document, which also keeps what each lead was counted as; only then that is
 * written to the leads' own documents. So of a crash in between nothing is lost and nothing is counted twice.
 */
@Component
class LoadBook {
    private static final int ATTEMPTS = 50;
    private static final int STRIPES = 64;

    private final LoadArchive archive;
    private final StoreReplica stores;
    private final Clock clock;
    /** Of each store the last round that this instance has settled: saves writing what stands there already. */
    private final Map<String, Long> settled = new ConcurrentHashMap<>();
    /** Those of one instance wait for each other, so that they need not try again. */
    private final List<Object> stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new Object()).toList();

    LoadBook(LoadArchive archive, StoreReplica stores, Clock clock) {
        this.archive = archive;
        this.stores = stores;
        this.clock = clock;
    }

    StoreLoads find(String storeId) {
        return archive.find(storeId).loads();
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
                return change(storeId, kept -> {
                            var now = clock.instant();
                            Optional<Dealt> dealt = choice.apply(kept.loads().at(now));
                            return new Change<>(
                                    dealt,
                                    dealt.map(to -> kept.loads().promising(leadId, to.advisorId(), now))
                                            .orElse(kept.loads()));
                        })
                        .result();
            }
        };
    }

    /** Counts events of one store, in their order. */
    void count(String storeId, List<Envelope<LeadEvent>> events) {
        Change<List<LeadStanding>> counted = change(storeId, kept -> counted(kept, events));
        if (!counted.result().isEmpty()) {
            archive.settle(counted.result());
            settled.put(storeId, counted.after().rounds());
        }
    }

    /** What comes of a change, and the loads after it. */
    private record Change<R>(R result, StoreLoads after) {}

    private <R> Change<R> change(String storeId, Function<Kept, Change<R>> asked) {
        synchronized (stripes.get(Math.floorMod(storeId.hashCode(), STRIPES))) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Kept kept = archive.find(storeId);
                Change<R> change = asked.apply(kept);
                if (change.after().equals(kept.loads()) || archive.replace(kept, change.after())) {
                    return change;
                }
            }
        }
        throw new OptimisticLockingFailureException("the loads of store " + storeId + " change too often");
    }

    private Change<List<LeadStanding>> counted(Kept kept, List<Envelope<LeadEvent>> events) {
        List<Move> moves = moves(standings(kept, events), events, kept.storeId());
        if (moves.isEmpty()) {
            return new Change<>(List.of(), kept.loads());
        }
        if (settled.getOrDefault(kept.storeId(), -1L) != kept.loads().rounds()) {
            archive.settle(kept.loads().unsettled());
        }
        StoreLoads after = kept.loads().counting(moves);
        return new Change<>(after.unsettled(), after);
    }

    private Map<String, LeadStanding> standings(Kept kept, List<Envelope<LeadEvent>> events) {
        var standings = new HashMap<>(archive.standings(
                events.stream().map(Envelope::aggregateId).distinct().toList()));
        kept.loads()
                .unsettled()
                .forEach(last -> standings.merge(
                        last.leadId(), last, (old, its) -> its.sequence() > old.sequence() ? its : old));
        return standings;
    }

    private List<Move> moves(Map<String, LeadStanding> standings, List<Envelope<LeadEvent>> events, String storeId) {
        var zone = stores.zone(storeId);
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
