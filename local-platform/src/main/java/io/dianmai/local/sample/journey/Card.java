package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.LeadCardChanged;
import io.dianmai.contracts.lead.DecisionMaker;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.PaymentMethod;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.contracts.lead.Urgency;
import io.dianmai.local.sample.group.Model;
import java.util.List;

/** 意向客户卡: what some advisors write down of what a customer wants. */
final class Card {
    private static final int FEN = 100;
    private static final double FILLED = 0.22;
    static final List<String> COLOURS = List.of("雪域白", "曜石黑", "星空灰", "湖水蓝", "枫叶红");

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String leadRef;
    private final Model model;

    Card(Scene scene, Chance chance, Diary diary, String leadRef, Model model) {
        this.scene = scene;
        this.chance = chance;
        this.diary = diary;
        this.leadRef = leadRef;
        this.model = model;
    }

    void maybeFill() {
        if (chance.in(FILLED)) {
            diary.aside(diary.now(), new LeadCardChanged(leadRef, null, null, null, interest(), null));
        }
    }

    private Interest interest() {
        long price = model.yuan() * (long) FEN;
        return new Interest(
                model.name(),
                chance.of(COLOURS),
                price * 9 / 10,
                price * 11 / 10,
                chance.of(List.of(PaymentMethod.values())),
                chance.in(0.3),
                null,
                chance.of(List.of(DecisionMaker.values())),
                chance.of(List.of(Urgency.values())),
                chance.of(List.of(PurchaseTime.values())),
                List.of(chance.of(scene.store().brand().competitors())));
    }
}
