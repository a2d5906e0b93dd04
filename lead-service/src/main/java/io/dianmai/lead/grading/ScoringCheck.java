package io.dianmai.lead.grading;

import io.dianmai.kit.problem.Violation;
import io.dianmai.lead.grading.ScoringPolicy.Age;
import io.dianmai.lead.grading.ScoringPolicy.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the figures of a score make sense. */
final class ScoringCheck {
    private final List<Violation> flaws = new ArrayList<>();

    private ScoringCheck() {}

    static List<Violation> flaws(ScoringPolicy policy) {
        var check = new ScoringCheck();
        check.percent("/threshold", policy.threshold());
        check.weights(policy.weights());
        check.percents("/urgency/", policy.urgency());
        check.percents("/purchaseTime/", policy.purchaseTime());
        check.percents("/decisionMaker/", policy.decisionMaker());
        check.cycle(policy.cycle());
        check.percent("/showroom/perVisit", policy.showroom().perVisit());
        check.percent("/showroom/perTestDrive", policy.showroom().perTestDrive());
        return List.copyOf(check.flaws);
    }

    private void percent(String pointer, int percent) {
        if (percent < 0 || percent > 100) {
            flaws.add(new Violation(pointer, "Must be from 0 to 100."));
        }
    }

    private void percents(String pointer, Map<? extends Enum<?>, Integer> percents) {
        percents.forEach((key, percent) -> percent(pointer + key.name(), percent));
    }

    private void weights(Weights weights) {
        percent("/weights/urgency", weights.urgency());
        percent("/weights/purchaseTime", weights.purchaseTime());
        percent("/weights/decisionMaker", weights.decisionMaker());
        percent("/weights/budget", weights.budget());
        percent("/weights/cycle", weights.cycle());
        percent("/weights/showroom", weights.showroom());
        if (flaws.isEmpty() && weights.sum() != 100) {
            flaws.add(new Violation("/weights", "Must be 100 points together, and are " + weights.sum() + '.'));
        }
    }

    private void cycle(List<Age> cycle) {
        int before = 0;
        for (int index = 0; index < cycle.size(); index++) {
            Age step = cycle.get(index);
            if (step.underDays() <= before) {
                flaws.add(new Violation("/cycle/" + index + "/underDays", "Must be more days than before, from 1."));
            }
            percent("/cycle/" + index + "/percent", step.percent());
            before = step.underDays();
        }
    }
}
