package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;

import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.grading.Score;
import io.dianmai.lead.grading.ScoringPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 机会评分: whatever a lead is asked, what comes of it may change its score. A new lead below the threshold is given to
 * nobody by the store's rule and waits for marketing; once it is not below any more, somebody gets it. Who has a lead
 * keeps it, and whoever is named for it gets it.
 */
final class Scoring {
    private static final LeadBehaviour BEHAVIOUR = new LeadBehaviour();

    private Scoring() {}

    /** What a command comes to, the score included. */
    static Decision<LeadEvent> decide(@Nullable Lead lead, LeadCommand command, Circumstances now) {
        Decision<LeadEvent> decision = Lead.decide(lead, command, now);
        if (!(decision instanceof Decision.Accepted<LeadEvent>(List<LeadEvent> events))
                || events.stream().noneMatch(Scoring::bears)) {
            return decision;
        }
        Lead after = after(lead, events, now);
        Optional<Score> next = score(after, now);
        if (lead == null && !now.heldBack() && next.filter(Score::nurture).isPresent()) {
            return decide(null, command, now.holdingBack());
        }
        return next.filter(score -> isNews(after, score))
                .map(score -> accept(with(events, after, score, now)))
                .orElse(decision);
    }

    /** Whether the score depends on it. */
    private static boolean bears(LeadEvent event) {
        return event instanceof LeadRegistered
                || event instanceof LeadCardUpdated
                || event instanceof LeadVisited
                || event instanceof LeadTestDriven;
    }

    private static Lead after(@Nullable Lead lead, List<LeadEvent> events, Circumstances now) {
        Lead after = lead;
        for (LeadEvent event : events) {
            after = BEHAVIOUR.apply(now.leadId(), after, event, now.time());
        }
        return LeadBehaviour.begun(after);
    }

    /** None for a lead that is closed: nothing more comes of it. */
    private static Optional<Score> score(Lead lead, Circumstances now) {
        if (lead.progress().stage().closed()) {
            return Optional.empty();
        }
        ScoringPolicy policy = now.yardstick().scoring();
        Duration age = Duration.between(lead.registeredAt(), now.time());
        return policy.score(
                lead.knownOutlook().told(),
                age,
                lead.progress().visits(),
                lead.progress().testDrives());
    }

    private static boolean isNews(Lead lead, Score next) {
        Score before = lead.knownOutlook().score();
        return before == null || !before.saysTheSameAs(next);
    }

    private static List<LeadEvent> with(List<LeadEvent> events, Lead after, Score next, Circumstances now) {
        var all = new ArrayList<>(events);
        all.add(new LeadScored(after.dimensions(), next.points(), next.threshold(), next.nurture()));
        if (after.waitsForMarketing() && !next.nurture()) {
            Ownership.byRule(after, now).ifPresent(all::add);
        }
        return all;
    }
}
