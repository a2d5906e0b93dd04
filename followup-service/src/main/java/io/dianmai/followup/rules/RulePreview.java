package io.dianmai.followup.rules;

import io.dianmai.followup.plan.Recounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of the rules would do to the open tasks of its scope.
 *
 * @param looked how many open tasks were looked at
 * @param complete whether these were all; else the numbers are of those
 * @param moved how many would be due at another time
 * @param sooner how many of them sooner
 * @param byStore how many at each store where any would move
 * @param byDays how many by how many days, negative for sooner; less than half a day counts as 0
 */
record RulePreview(
        int looked, boolean complete, int moved, int sooner, List<AtStore> byStore, SortedMap<Long, Integer> byDays) {

    /** How many at one store. */
    record AtStore(String storeId, int looked, int moved) {}

    /** Adds up. */
    static final class Sum {
        private final List<AtStore> stores = new ArrayList<>();
        private final SortedMap<Long, Integer> byDays = new TreeMap<>();
        private int looked;
        private int moved;
        private int sooner;
        private int movedHere;

        void add(Recounts.Move move) {
            moved++;
            movedHere++;
            sooner += move.to().isBefore(move.from()) ? 1 : 0;
            byDays.merge(days(Duration.between(move.from(), move.to())), 1, Integer::sum);
        }

        void storeDone(String storeId, int lookedHere) {
            looked += lookedHere;
            if (movedHere > 0) {
                stores.add(new AtStore(storeId, lookedHere, movedHere));
            }
            movedHere = 0;
        }

        int looked() {
            return looked;
        }

        RulePreview done(boolean complete) {
            return new RulePreview(looked, complete, moved, sooner, stores, byDays);
        }

        private static long days(Duration moved) {
            return Math.round(moved.toMinutes() / (double) Duration.ofDays(1).toMinutes());
        }
    }
}
