package io.dianmai.lead.loss;

import io.dianmai.contracts.lead.LossReason;
import io.dianmai.lead.loss.LostLeads.Lost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 战败竞品: what the customers of a store bought instead of each model that they had wanted. */
final class LostCompetitors {
    /** The field asks for the top three of each store and model. */
    static final int TOP = 3;

    private final Map<Wanted, Tally> tallies = new HashMap<>();

    private record Wanted(String storeId, @Nullable String model) {}

    /**
     * What one model was lost to.
     *
     * @param model that the customers had wanted; absent where nobody knew
     * @param lost how many leads
     * @param competitorUnknown how many of them nobody knows of what they bought instead, if anything
     * @param reasons of all of them
     * @param top the three models bought most, the most frequent first
     */
    record Model(
            String storeId,
            @Nullable String model,
            int lost,
            int competitorUnknown,
            Map<LossReason, Integer> reasons,
            List<Competitor> top) {}

    /** A model that was bought instead, how often, and why. */
    record Competitor(String model, int lost, Map<LossReason, Integer> reasons) {}

    private static final class Tally {
        private final Map<LossReason, Integer> reasons = new EnumMap<>(LossReason.class);
        private final Map<String, Map<LossReason, Integer>> competitors = new HashMap<>();

        void add(Lost loss) {
            reasons.merge(loss.reason(), 1, Integer::sum);
            if (loss.competitorModel() != null) {
                competitors
                        .computeIfAbsent(loss.competitorModel(), _ -> new EnumMap<>(LossReason.class))
                        .merge(loss.reason(), 1, Integer::sum);
            }
        }

        Model of(Wanted wanted) {
            List<Competitor> all = new ArrayList<>();
            competitors.forEach((model, why) -> all.add(new Competitor(model, sum(why), why)));
            int known = all.stream().mapToInt(Competitor::lost).sum();
            List<Competitor> top = all.stream()
                    .sorted(Comparator.comparingInt(Competitor::lost).reversed().thenComparing(Competitor::model))
                    .limit(TOP)
                    .toList();
            return new Model(wanted.storeId(), wanted.model(), sum(reasons), sum(reasons) - known, reasons, top);
        }
    }

    void add(Lost loss) {
        tallies.computeIfAbsent(new Wanted(loss.storeId(), loss.model()), _ -> new Tally())
                .add(loss);
    }

    /** By store, then the model that was lost most often first. */
    List<Model> models() {
        List<Model> models = new ArrayList<>();
        tallies.forEach((wanted, tally) -> models.add(tally.of(wanted)));
        models.sort(Comparator.comparing(Model::storeId)
                .thenComparing(Comparator.comparingInt(Model::lost).reversed())
                .thenComparing(Model::model, Comparator.nullsLast(Comparator.naturalOrder())));
        return models;
    }

    private static int sum(Map<LossReason, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
