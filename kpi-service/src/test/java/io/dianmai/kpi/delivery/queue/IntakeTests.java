package io.dianmai.kpi.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Samples;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTests {
    private final PostOffice office = new PostOffice();
    private final DeliveryTarget target = office.open(Samples.target("T"));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsHeardAgainIsTheSameDelivery() {
        office.put(target, "a", "b", "a", "b", "c", "a");

        assertThat(office.fates()).containsExactly("a=WAITING", "b=WAITING", "c=WAITING");
        assertThat(office.state(target).waiting()).isEqualTo(3);
    }

    @Test
    void aCrashAfterTheNumberWasKeptIsMadeGood() {
        office.put(target, "a");
        office.queues.takeNumber("T", Lane.USUAL);
        office.numbers.keep("T|b", Lane.USUAL.deliveryId("T", 1), Samples.NOW);

        office.put(target, "c", "b", "b");

        assertThat(office.fates()).containsExactly("a=WAITING", "b=WAITING", "c=WAITING");
        assertThat(office.state(target).waiting()).isEqualTo(3);
    }

    @Test
    void aCrashBeforeTheNumberWasKeptLeavesAHoleThatHoldsUpNobodyForLong() {
        office.queues.takeNumber("T", Lane.USUAL);
        office.put(target, "a");

        office.courier.work(target);
        assertThat(office.channel.messages).isEmpty();
        office.clock.advance(Duration.ofSeconds(2).minusMillis(1));
        office.courier.work(target);
        assertThat(office.channel.messages).isEmpty();
        office.clock.advance(Duration.ofMillis(1));
        office.courier.work(target);

        assertThat(office.channel.messages).containsExactly("T:a");
    }

    @Test
    void whoeverComesTooLateForItsNumberTakesAnotherOne() {
        office.queues.takeNumber("T", Lane.USUAL);
        String given = Lane.USUAL.deliveryId("T", 0);
        office.numbers.keep("T|late", given, Samples.NOW);
        office.deliveries.giveUp(given, Samples.NOW);

        String id = office.put(target, Samples.reminder("late", DeadlineKind.FOLLOW_UP));

        assertThat(id).isEqualTo(Lane.USUAL.deliveryId("T", 1));
        assertThat(office.put(target, Samples.reminder("late", DeadlineKind.FOLLOW_UP)))
                .isEqualTo(id);
        assertThat(office.fates().stream().filter("late=WAITING"::equals)).hasSize(1);
        office.courier.work(target);
        assertThat(office.channel.messages).containsExactly("T:late");
    }

    @Test
    void aNumberThatWasGivenUpIsNotUsedAfterAll() {
        office.put(target, "a");
        office.deliveries.giveUp(Lane.USUAL.deliveryId("T", 0), Samples.NOW);

        assertThat(office.fates()).containsExactly("a=WAITING");
    }

    @Test
    void whatComesOnTopOfTheBacklogIsParkedAndCounted() {
        String[] ids = IntStream.range(0, PostOffice.BACKLOG + 3)
                .mapToObj("n%03d"::formatted)
                .toArray(String[]::new);
        office.put(target, ids);

        assertThat(office.fates().subList(PostOffice.BACKLOG - 1, PostOffice.BACKLOG + 3))
                .containsExactly("n049=WAITING", "n050=PARKED", "n051=PARKED", "n052=PARKED");
        assertThat(office.counted("parked-overflow")).isEqualTo(3);
        office.courier.work(target);
        assertThat(office.channel.messages).hasSize(PostOffice.BACKLOG);
        assertThat(office.state(target).waiting()).isZero();
        office.put(target, "later");
        assertThat(office.fates()).contains("later=WAITING");
    }

    @Test
    void aTargetThatIsGoneGetsNothing() {
        office.put(target, "a");
        office.desk.close("T");

        Notice notice = Samples.reminder("b", DeadlineKind.FOLLOW_UP);
        assertThat(office.intake.put(target, notice, "b")).isEmpty();
        assertThat(office.fates()).containsExactly("a=PARKED");
        office.courier.work(target);
        assertThat(office.channel.messages).isEmpty();
    }

    @Test
    void whatWasParkedIsSentAgainOnceUnderTheSameId() {
        office.put(target, "a");
        office.channel.answers(new Attempt.Refused("no"));
        office.courier.work(target);
        office.channel.answers(new Attempt.Delivered(200));
        Delivery parked = office.deliveries.find(Lane.USUAL.deliveryId("T", 0)).orElseThrow();

        var anew = office.desk.sendAgain(target, parked);
        assertThat(office.desk.sendAgain(target, parked)).isEqualTo(anew);
        office.courier.work(target);

        assertThat(office.channel.messages).containsExactly("T:a", "T:a");
        assertThat(office.fates()).containsExactly("a=RESENT", "a=DELIVERED");
    }

    @Test
    void whatEndedLongAgoIsForgottenAndWhatWaitsIsNot() {
        office.put(target, "a");
        office.courier.work(target);
        office.put(target, "b");
        Retention retention = new Retention(office.deliveries, office.numbers, office.settings, office.clock);

        office.clock.advance(Duration.ofDays(31));
        retention.sweep();
        assertThat(office.fates()).containsExactly("a=DELIVERED", "b=WAITING");
        office.clock.advance(Duration.ofMillis(1));
        retention.sweep();
        assertThat(office.fates()).containsExactly("b=WAITING");
    }
}
