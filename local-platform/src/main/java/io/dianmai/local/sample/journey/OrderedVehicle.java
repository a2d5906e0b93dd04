package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.local.sample.group.Model;
import java.time.Duration;
import java.time.Instant;

/** The vehicle that a customer orders: it stood in the yard when the customer first came. */
final class OrderedVehicle {
    private final String reference;
    private final Diary diary;
    private final Model model;
    private final Chance chance;

    OrderedVehicle(String id, Diary diary, Model model) {
        this.reference = "KC-" + id;
        this.diary = diary;
        this.model = model;
        this.chance = new Chance("vehicle of " + id);
    }

    String reference() {
        return reference;
    }

    void arrive() {
        diary.aside(diary.start(), received(reference, model, diary.start(), chance));
    }

    /** A vehicle that comes to a store; some have stood elsewhere in the group before. */
    static StockReceived received(String reference, Model model, Instant at, Chance chance) {
        Duration stood = Duration.ofDays(chance.in(0.7) ? 0 : chance.between(5, 110));
        return new StockReceived(
                reference,
                model.name(),
                chance.of(Card.COLOURS),
                "LDM%014d".formatted(chance.between(0, 999_999_999)),
                model.yuan() * 88L,
                model.newEnergy(),
                model.flagship(),
                at.minus(stood));
    }
}
