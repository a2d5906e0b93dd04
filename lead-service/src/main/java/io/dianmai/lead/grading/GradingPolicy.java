package io.dianmai.lead.grading;

import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 定级: a scheme of levels and the criteria that make them. The hottest level with a met criterion wins.
 *
 * @param name of the scheme, for example {@code O/A/B/C}
 * @param levels hottest first
 * @param unmet the level while no criterion is met
 * @param leftByCancelledOrder criteria that an order had met and that taking it back does not undo: the deposit is gone,
 *     but who has ordered had chosen a vehicle and settled how to pay for it
 */
public record GradingPolicy(String name, List<Rung> levels, Level unmet, List<GradingCriterion> leftByCancelledOrder) {

    /**
     * One level of a scheme.
     *
     * @param criteria any of them makes it
     * @param expectedCloseDays within how many days a sale is expected; absent where it is sold already
     */
    public record Rung(
            Level level,
            List<GradingCriterion> criteria,
            @Nullable Integer expectedCloseDays) {
        public Rung {
            criteria = List.copyOf(criteria);
        }
    }

    public GradingPolicy {
        levels = List.copyOf(levels);
        leftByCancelledOrder = List.copyOf(leftByCancelledOrder);
    }

    /** What the criteria come to. */
    public Level levelFor(Collection<GradingCriterion> met) {
        return levels.stream()
                .filter(rung -> rung.criteria().stream().anyMatch(met::contains))
                .map(Rung::level)
                .findFirst()
                .orElse(unmet);
    }

    /** The level of whoever has ordered: the hottest one, which is O in the schemes that have it. */
    public Level ordered() {
        return levels.getFirst().level();
    }

    /** The level of whoever has taken an order back. */
    public Level orderCancelled() {
        return levelFor(leftByCancelledOrder);
    }

    /** Whether the scheme has this level. */
    public boolean has(Level level) {
        return levels.stream().anyMatch(rung -> rung.level() == level);
    }
}
