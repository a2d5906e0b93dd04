package io.dianmai.lead.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was shared out of the pool of one store on one day.
 *
 * @param runs in the order in which they were planned
 */
record PoolDay(List<Run> runs) {
    static final PoolDay NONE = new PoolDay(List.of());

    PoolDay {
        runs = List.copyOf(runs);
    }

    /** A lead goes to an advisor. */
    record Share(String leadId, String advisorId) {}

    /**
     * One share-out, written down before the first lead moves: whoever finds it unfinished carries out the rest, and what
     * was done already stays as it is.
     *
     * @param id of the command that asked for it
     * @param by who asked
     * @param counts what became of its leads; absent until all are done
     */
    record Run(
            String id,
            String by,
            String teamId,
            Instant at,
            Instant recordedAt,
            @Nullable String traceParent,
            List<Share> shares,
            @Nullable Map<String, Integer> counts) {
        Run {
            shares = List.copyOf(shares);
        }

        Run done(Map<String, Integer> became) {
            return new Run(id, by, teamId, at, recordedAt, traceParent, shares, became);
        }
    }

    Optional<Run> run(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    int shared() {
        return runs.stream().mapToInt(run -> run.shares().size()).sum();
    }

    /** Leads that were planned and may not have moved yet. */
    Set<String> underWay() {
        return runs.stream()
                .filter(run -> run.counts() == null)
                .flatMap(run -> run.shares().stream())
                .map(Share::leadId)
                .collect(Collectors.toUnmodifiableSet());
    }

    PoolDay with(Run run) {
        var all = new ArrayList<>(
                runs.stream().filter(one -> !one.id().equals(run.id())).toList());
        all.add(run);
        return new PoolDay(all);
    }
}
