package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.QuoteGiven;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.contracts.org.Tier;
import io.dianmai.local.sample.group.Model;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the order to the delivery. A few think better of it: some of them order again, the others are lost. */
final class Purchase {
    private static final int FEN = 100;
    private static final int INSTALMENTS = 36;
    private static final Duration QUOTE_HOLDS = Duration.ofDays(14);

    /** The rest of the price is expected before the vehicle: at this part of the wait. */
    private static final double PAID_AT = 0.8;

    private static final double CANCELLED = 0.07;
    private static final double ORDERED_AGAIN = 0.4;
    private static final Odds<String> REASONS =
            Odds.of("贷款未获批", 40).or("等车时间太长", 35).or("家人意见不一", 25);

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String leadRef;
    private final String orderRef;
    private final Model model;

    /** Apart from the other choices, so that theirs do not depend on whether somebody wavers. */
    private final Chance doubts;

    private final OrderedVehicle vehicle;
    private @Nullable Money money;

    Purchase(String id, Scene scene, Chance chance, Diary diary, String leadRef, Model model) {
        this.scene = scene;
        this.chance = chance;
        this.diary = diary;
        this.leadRef = leadRef;
        this.orderRef = "DD-" + id;
        this.model = model;
        this.doubts = new Chance("doubts of " + id);
        this.vehicle = new OrderedVehicle(id, diary, model);
    }

    /** Whether a vehicle was delivered in the end. */
    boolean make() {
        vehicle.arrive();
        double wait = order(orderRef);
        if (!doubts.in(CANCELLED)) {
            deliver(orderRef, wait);
            return true;
        }
        cancel(wait);
        if (!doubts.in(ORDERED_AGAIN)) {
            return false;
        }
        String another = orderRef + "-2";
        deliver(another, order(another));
        return true;
    }

    /** Returns for how many days the vehicle is waited for. */
    private double order(String reference) {
        double wait = chance.between(3.0, 20.0);
        long list = model.yuan() * (long) FEN;
        long price = list * chance.between(93, 100) / 100;
        long deposit = chance.between(2, 20) * 1000L * FEN;
        boolean financed = chance.in(0.55);
        Instant delivery = scene.pace().afterDays(diary.now(), wait);
        Instant payment = scene.pace().afterDays(diary.now(), wait * PAID_AT);
        diary.aside(
                diary.now(),
                new QuoteGiven(
                        leadRef,
                        "BJ-" + reference,
                        model.name(),
                        (list + price) / 2,
                        (list - price) / 2,
                        financed,
                        diary.now().plus(QUOTE_HOLDS)));
        diary.note(new OrderSigned(
                leadRef,
                reference,
                model.name(),
                price,
                deposit,
                financed,
                delivery,
                payment,
                new OrderTerms(
                        list - price,
                        financed ? price * 3 / 5 : null,
                        financed ? INSTALMENTS : null,
                        null,
                        null,
                        null,
                        vehicle.reference())));
        money = new Money(scene, new Chance("money of " + reference), diary, leadRef, reference);
        money.owe(price - deposit, delivery, payment);
        return wait;
    }

    private void cancel(double wait) {
        diary.until(scene.pace().afterDays(diary.now(), wait * doubts.between(0.2, 0.9)));
        diary.note(new OrderCancelled(leadRef, orderRef, REASONS.draw(doubts)));
        diary.until(scene.pace().afterDays(diary.now(), doubts.between(0.5, 3.0)));
    }

    private void deliver(String reference, double wait) {
        Instant signed = diary.now();
        diary.until(scene.pace().afterDays(diary.now(), chance.in(0.85) ? wait * 0.95 : wait * 1.3));
        if (money != null) {
            money.comeIn(signed, wait, diary.now());
        }
        boolean premium = scene.store().brand().tier() == Tier.PREMIUM;
        int margin = premium ? chance.between(-6_000, 30_000) : chance.between(-2_500, 9_500);
        int accessories = chance.in(0.7) ? chance.between(800, premium ? 18_000 : 6_000) : 0;
        diary.note(new VehicleDelivered(
                leadRef,
                reference,
                (long) margin * FEN * (model.flagship() ? 2 : 1),
                (long) accessories * FEN,
                model.newEnergy(),
                model.flagship(),
                chance.in(0.8),
                chance.in(0.85) ? chance.between(2, 60) : chance.between(61, 150)));
    }
}
