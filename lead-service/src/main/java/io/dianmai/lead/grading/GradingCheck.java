package io.dianmai.lead.grading;

import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.problem.Violation;
import io.dianmai.lead.grading.GradingPolicy.Rung;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a level scheme holds together. */
final class GradingCheck {
    private static final int LONGEST_NAME = 40;
    private static final int FEWEST_LEVELS = 2;
    /** Who wants a vehicle in more than three years is no lead. */
    private static final int LONGEST_CLOSE = 3 * 365;

    private final GradingPolicy policy;
    private final List<Violation> flaws = new ArrayList<>();

    private GradingCheck(GradingPolicy policy) {
        this.policy = policy;
    }

    static List<Violation> flaws(GradingPolicy policy) {
        var check = new GradingCheck(policy);
        check.name();
        check.levels();
        check.criteria();
        check.unmet();
        check.cancelled();
        return List.copyOf(check.flaws);
    }

    private void flaw(String pointer, String detail) {
        flaws.add(new Violation(pointer, detail));
    }

    private void name() {
        if (policy.name().isBlank() || policy.name().length() > LONGEST_NAME) {
            flaw("/name", "Must be a name of up to " + LONGEST_NAME + " characters.");
        }
    }

    private void levels() {
        if (policy.levels().size() < FEWEST_LEVELS) {
            flaw("/levels", "A scheme needs at least two levels.");
        }
        Level before = null;
        Integer closeBefore = null;
        for (int index = 0; index < policy.levels().size(); index++) {
            Rung rung = policy.levels().get(index);
            if (before != null && !before.hotterThan(rung.level())) {
                flaw("/levels/" + index + "/level", "Each level stands once, the hottest first: O, H, A, B, C.");
            }
            close(index, rung.expectedCloseDays(), closeBefore);
            before = rung.level();
            closeBefore = rung.expectedCloseDays() == null ? closeBefore : rung.expectedCloseDays();
        }
    }

    private void close(int index, @Nullable Integer days, @Nullable Integer before) {
        if (days == null) {
            return;
        }
        String pointer = "/levels/" + index + "/expectedCloseDays";
        if (days < 1 || days > LONGEST_CLOSE) {
            flaw(pointer, "Must be from 1 to " + LONGEST_CLOSE + " days.");
        } else if (before != null && days <= before) {
            flaw(pointer, "A colder level closes later than the one before.");
        }
    }

    private void criteria() {
        Set<GradingCriterion> seen = EnumSet.noneOf(GradingCriterion.class);
        for (int level = 0; level < policy.levels().size(); level++) {
            List<GradingCriterion> criteria = policy.levels().get(level).criteria();
            for (int index = 0; index < criteria.size(); index++) {
                if (!seen.add(criteria.get(index))) {
                    flaw("/levels/" + level + "/criteria/" + index, "A criterion makes one level only.");
                }
            }
        }
    }

    private void unmet() {
        if (!policy.has(policy.unmet())) {
            flaw("/unmet", "Must be a level of the scheme.");
        } else if (policy.unmet() == policy.ordered()) {
            flaw("/unmet", "The hottest level is that of orders; whoever meets nothing has another.");
        }
    }

    private void cancelled() {
        for (int index = 0; index < policy.leftByCancelledOrder().size(); index++) {
            GradingCriterion criterion = policy.leftByCancelledOrder().get(index);
            if (policy.levels().stream().noneMatch(rung -> rung.criteria().contains(criterion))) {
                flaw("/leftByCancelledOrder/" + index, "No level of the scheme has this criterion.");
            }
        }
        if (!policy.levels().isEmpty() && policy.orderCancelled() == policy.ordered()) {
            flaw("/leftByCancelledOrder", "Whoever takes an order back must not stay at the level of orders.");
        }
    }
}
