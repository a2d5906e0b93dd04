package io.dianmai.lead.pool;

import io.dianmai.kit.aggregate.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 认领记录: which leads one advisor has claimed, as far as it still matters.
 *
 * @param made those of the last day, and older ones that are still his
 */
record Claims(List<Claim> made) {
    static final Claims NONE = new Claims(List.of());

    Claims {
        made = List.copyOf(made);
    }

    /** A lead, and the day in the store's zone. */
    record Claim(String leadId, LocalDate day) {}

    boolean holds(String leadId, LocalDate day) {
        return made.contains(new Claim(leadId, day));
    }

    /**
     * Why there may not be one more.
     *
     * @param his which of these leads are open and still the advisor's
     */
    Optional<Refusal> objection(PoolPolicy policy, LocalDate today, Set<String> his) {
        Integer perDay = policy.claimsPerDay();
        if (perDay != null
                && made.stream().filter(claim -> claim.day().equals(today)).count() >= perDay) {
            return Optional.of(PoolLimits.claimsOfDay(perDay));
        }
        Integer open = policy.openClaims();
        return open != null && his.size() >= open ? Optional.of(PoolLimits.openClaims(open)) : Optional.empty();
    }

    /** With one more, and without what no longer matters. */
    Claims plus(String leadId, LocalDate today, Set<String> his) {
        var kept = made.stream()
                .filter(claim -> !claim.leadId().equals(leadId))
                .filter(claim -> claim.day().equals(today) || his.contains(claim.leadId()));
        return new Claims(
                Stream.concat(kept, Stream.of(new Claim(leadId, today))).toList());
    }

    Claims without(String leadId) {
        return new Claims(
                made.stream().filter(claim -> !claim.leadId().equals(leadId)).toList());
    }

    List<String> leadIds() {
        return made.stream().map(Claim::leadId).distinct().toList();
    }
}
