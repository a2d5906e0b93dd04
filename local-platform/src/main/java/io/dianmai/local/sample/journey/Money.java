package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.OrderChanged;
import io.dianmai.contracts.fact.PaymentReceived;
import java.time.Duration;
import java.time.Instant;

/** 收款: how the rest of a price comes in; most customers pay before they get the vehicle, some later than they said. */
final class Money {
    private static final double PUT_OFF = 0.12;
    private static final double IN_TWO = 0.3;
    private static final double BEFORE_DELIVERY = 0.88;

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String leadRef;
    private final String orderRef;
    private long owed;
    private Instant delivery = Instant.MAX;
    private Instant payment = Instant.MAX;

    Money(Scene scene, Chance chance, Diary diary, String leadRef, String orderRef) {
        this.scene = scene;
        this.chance = chance;
        this.diary = diary;
        this.leadRef = leadRef;
        this.orderRef = orderRef;
    }

    /** So much is to come, expected then. */
    void owe(long rest, Instant expectedDelivery, Instant expectedPayment) {
        owed = rest;
        delivery = expectedDelivery;
        payment = expectedPayment;
    }

    /** For an order whose vehicle is handed over at that time. */
    void comeIn(Instant signed, double wait, Instant handedOver) {
        if (chance.in(PUT_OFF)) {
            Instant said = scene.pace().afterDays(signed, wait * 0.3);
            Duration later = Duration.between(signed, delivery).dividedBy(4);
            diary.aside(said, new OrderChanged(leadRef, orderRef, delivery.plus(later), payment.plus(later)));
        }
        if (chance.in(IN_TWO)) {
            pay("SK-1-", owed / 3, scene.pace().afterDays(signed, wait * 0.4));
        }
        Instant due = scene.pace().afterDays(signed, wait * chance.between(0.6, 0.9));
        pay(
                "SK-2-",
                owed,
                chance.in(BEFORE_DELIVERY) ? due : scene.pace().afterDays(handedOver, chance.between(1.0, 6.0)));
    }

    private void pay(String reference, long amount, Instant at) {
        diary.aside(at, new PaymentReceived(leadRef, orderRef, reference + orderRef, amount));
        owed -= amount;
    }
}
