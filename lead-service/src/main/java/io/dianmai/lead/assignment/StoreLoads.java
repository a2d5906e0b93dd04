package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 库容: what the advisors of one store have in hand, counted from the store's own lead events, and what was promised to
 * them by the rule and is yet to be heard.
 *
 * @param rounds how often something was counted
 * @param turn how often the rule has chosen
 * @param promised what the rule has chosen lately
 * @param unsettled what the last round has counted, and may not yet stand with each lead: whoever comes next settles it
 */
record StoreLoads(
        long rounds, long turn, List<AdvisorLoad> advisors, List<Promise> promised, List<LeadStanding> unsettled) {
    /** After this long a promise that was not heard of was never kept: a command that came to nothing. */
    static final Duration PROMISED_FOR = Duration.ofMinutes(1);

    static final StoreLoads NONE = new StoreLoads(0, 0, List.of(), List.of(), List.of());

    StoreLoads {
        advisors = List.copyOf(advisors);
        promised = List.copyOf(promised);
        unsettled = List.copyOf(unsettled);
    }

    /** The rule has chosen an advisor for a lead. */
    record Promise(String leadId, String advisorId, Instant at) {
        boolean standsAt(Instant now) {
            return at.plus(PROMISED_FOR).isAfter(now);
        }
    }

    /**
     * Something happened to a lead.
     *
     * @param dealtOn the day, where it was given to somebody
     */
    record Move(
            LeadStanding before,
            LeadStanding after,
            @Nullable LocalDate dealtOn) {}

    AdvisorLoad of(String advisorId) {
        return advisors.stream()
                .filter(load -> load.advisorId().equals(advisorId))
                .findFirst()
                .orElseGet(() -> AdvisorLoad.none(advisorId));
    }

    /** What everybody has, with what was promised. */
    Standing at(Instant now) {
        return new Standing() {
            @Override
            public int openOf(String advisorId) {
                long waiting = promised.stream()
                        .filter(promise -> promise.advisorId().equals(advisorId) && promise.standsAt(now))
                        .count();
                return of(advisorId).open() + Math.toIntExact(waiting);
            }

            @Override
            public long lastTurnOf(String advisorId) {
                return of(advisorId).lastTurn();
            }
        };
    }

    /** The rule chooses somebody for a lead; what it chose for it before no longer matters. */
    StoreLoads promising(String leadId, String advisorId, Instant now) {
        var promises = new ArrayList<Promise>();
        promised.stream()
                .filter(promise -> promise.standsAt(now) && !promise.leadId().equals(leadId))
                .forEach(promises::add);
        promises.add(new Promise(leadId, advisorId, now));
        Map<String, AdvisorLoad> loads = byId();
        loads.put(advisorId, of(advisorId).atTurn(turn + 1));
        return new StoreLoads(rounds, turn + 1, List.copyOf(loads.values()), promises, unsettled);
    }

    /** Counts what was heard, in its order. */
    StoreLoads counting(List<Move> moves) {
        Map<String, AdvisorLoad> loads = byId();
        Map<String, LeadStanding> last = new LinkedHashMap<>();
        for (Move move : moves) {
            count(move, loads);
            last.put(move.after().leadId(), move.after());
        }
        var open = promised.stream()
                .filter(promise -> !kept(promise, last.get(promise.leadId())))
                .toList();
        return new StoreLoads(rounds + 1, turn, List.copyOf(loads.values()), open, List.copyOf(last.values()));
    }

    private static void count(Move move, Map<String, AdvisorLoad> loads) {
        String from = move.before().holder();
        String to = move.after().holder();
        if (from != null) {
            Level level = move.before().level();
            loads.computeIfPresent(from, (_, load) -> load.minus(level));
        }
        if (to != null) {
            loads.put(
                    to,
                    loads.getOrDefault(to, AdvisorLoad.none(to))
                            .plus(move.after().level()));
        }
        String owner = move.after().advisorId();
        LocalDate day = move.dealtOn();
        if (owner != null && day != null) {
            loads.put(owner, loads.getOrDefault(owner, AdvisorLoad.none(owner)).givenOn(day));
        }
    }

    private static boolean kept(Promise promise, @Nullable LeadStanding standing) {
        return standing != null && promise.advisorId().equals(standing.advisorId());
    }

    private Map<String, AdvisorLoad> byId() {
        var loads = new TreeMap<String, AdvisorLoad>();
        advisors.forEach(load -> loads.put(load.advisorId(), load));
        return loads;
    }
}
