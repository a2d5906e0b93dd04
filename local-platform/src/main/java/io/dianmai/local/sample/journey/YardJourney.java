package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.StockAllocated;
import io.dianmai.contracts.fact.StockReleased;
import io.dianmai.contracts.fact.StockSold;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.local.sample.group.Store;
import java.time.Instant;
import java.util.List;

/** 库存: a vehicle that nobody has ordered. Most wait; some are kept for somebody for a while, go to another store, or to the trade. */
final class YardJourney {
    private enum Fate {
        WAITS,
        KEPT_FOR_SOMEBODY,
        MOVED,
        SOLD_TO_THE_TRADE
    }

    private static final Odds<Fate> FATES = Odds.of(Fate.WAITS, 62)
            .or(Fate.KEPT_FOR_SOMEBODY, 14)
            .or(Fate.MOVED, 14)
            .or(Fate.SOLD_TO_THE_TRADE, 10);

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String reference;

    private YardJourney(String id, Scene scene, Instant start) {
        this.scene = scene;
        this.chance = new Chance(id);
        this.diary = new Diary(id, scene.store().id(), start);
        this.reference = "KC-" + id;
    }

    /** All of it, however far it reaches. */
    static List<SampleFact> play(String id, Scene scene, Instant start) {
        var journey = new YardJourney(id, scene, start);
        journey.go();
        return journey.diary.facts();
    }

    private void go() {
        diary.note(OrderedVehicle.received(reference, scene.anyModel(chance), diary.now(), chance));
        Fate fate = FATES.draw(chance);
        pass(3.0, 40.0);
        switch (fate) {
            case WAITS -> {}
            case KEPT_FOR_SOMEBODY -> {
                diary.note(new StockAllocated(reference, "YL-" + reference, null));
                pass(2.0, 9.0);
                diary.note(new StockReleased(reference));
            }
            case MOVED ->
                neighbours().stream()
                        .findAny()
                        .ifPresent(_ -> diary.note(new StockTransferred(reference, chance.of(neighbours()))));
            case SOLD_TO_THE_TRADE -> diary.note(new StockSold(reference, null));
        }
    }

    /** Other stores of the brand. */
    private List<String> neighbours() {
        return scene.group().stores().stream()
                .filter(store -> store.brand().equals(scene.store().brand()))
                .map(Store::id)
                .filter(id -> !id.equals(scene.store().id()))
                .toList();
    }

    private void pass(double least, double most) {
        diary.until(scene.pace().afterDays(diary.now(), chance.between(least, most)));
    }
}
