package io.dianmai.kpi.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.QuietHours;
import io.dianmai.kpi.delivery.Samples;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTests {
    private static final Attempt AWAY = new Attempt.Retry("The receiver answered 500.", null);

    private final PostOffice office = new PostOffice();
    private final DeliveryTarget target = office.open(Samples.target("T"));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void sendsInOrderAndNotesIt() {
        office.put(target, "a", "b", "c");
        office.courier.work(target);
        office.courier.work(target);

        assertThat(office.channel.messages).containsExactly("T:a", "T:b", "T:c");
        assertThat(office.fates()).containsExactly("a=DELIVERED", "b=DELIVERED", "c=DELIVERED");
        assertThat(office.counted("delivered")).isEqualTo(3);
        Delivery first = office.deliveries.find(Lane.USUAL.deliveryId("T", 0)).orElseThrow();
        assertThat(first.tries()).isEqualTo(1);
        assertThat(first.attempts()).containsExactly(new Tried(Samples.NOW, "delivered", 200, null, 0));
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterBeforeWhatComesAfterIt() {
        office.put(target, "a", "b");
        office.channel.answers(AWAY);
        office.courier.work(target);
        for (long seconds : new long[] {1, 2, 4, 8}) {
            office.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            int before = office.channel.messages.size();
            office.courier.work(target);
            assertThat(office.channel.messages).hasSize(before);
            office.clock.advance(Duration.ofMillis(1));
            office.courier.work(target);
            assertThat(office.channel.messages).hasSize(before + 1);
        }
        assertThat(office.channel.messages).containsOnly("T:a");
        assertThat(office.state(target).failures()).isEqualTo(5);

        office.channel.answers(new Attempt.Delivered(204));
        office.clock.advance(Duration.ofSeconds(16));
        office.courier.work(target);
        assertThat(office.channel.messages).endsWith("T:a", "T:b");
        assertThat(office.state(target).failures()).isZero();
        assertThat(office.state(target).nextAttemptAt()).isNull();
    }

    @Test
    void waitsAsLongAsItIsAskedToButNoLongerThanAnHour() {
        office.put(target, "a");
        office.channel.answers(new Attempt.Retry("429", Duration.ofMinutes(5)));
        office.courier.work(target);
        assertThat(office.state(target).nextAttemptAt()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(5)));

        office.clock.advance(Duration.ofMinutes(5));
        office.channel.answers(new Attempt.Retry("429", Duration.ofDays(30)));
        office.courier.work(target);
        assertThat(office.state(target).nextAttemptAt()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(65)));
    }

    @Test
    void givesUpAfterADayAndTheQueueMovesOn() {
        office.put(target, "a", "b");
        office.channel.answers(AWAY);
        office.courier.work(target);
        office.clock.advance(Duration.ofHours(12));
        office.put(target, "c");
        office.clock.advance(Duration.ofHours(12).minusMillis(1));
        office.courier.work(target);
        assertThat(office.fates()).containsExactly("a=WAITING", "b=WAITING", "c=WAITING");

        office.clock.advance(Duration.ofHours(1));
        office.courier.work(target);

        assertThat(office.fates()).containsExactly("a=PARKED", "b=PARKED", "c=WAITING");
        assertThat(office.counted("parked-given-up")).isEqualTo(2);
        office.channel.answers(new Attempt.Delivered(200));
        office.clock.advance(Duration.ofHours(1));
        office.courier.work(target);
        assertThat(office.fates()).containsExactly("a=PARKED", "b=PARKED", "c=DELIVERED");
    }

    @Test
    void whatIsOldAlreadyGetsItsDayAllTheSame() {
        office.put(target, "a");
        office.clock.advance(Duration.ofDays(3));
        office.channel.answers(AWAY);
        office.courier.work(target);

        assertThat(office.fates()).containsExactly("a=WAITING");
    }

    @Test
    void whatIsRefusedIsParkedAndTheNextOnesTurnComes() {
        office.put(target, "a", "b");
        office.channel.answers((_, notices) -> notices.getFirst().id().equals("a")
                ? new Attempt.Refused("It does not like it.")
                : new Attempt.Delivered(200));
        office.courier.work(target);

        assertThat(office.fates()).containsExactly("a=PARKED", "b=DELIVERED");
        assertThat(office.deliveries
                        .find(Lane.USUAL.deliveryId("T", 0))
                        .orElseThrow()
                        .reason())
                .isEqualTo("It does not like it.");
    }

    @Test
    void aTargetThatIsGoneIsOffUntilItIsResumed() {
        office.put(target, "a");
        office.channel.answers(new Attempt.Dead("410"));
        office.courier.work(target);
        office.clock.advance(Duration.ofDays(2));
        office.courier.work(target);

        assertThat(office.channel.messages).hasSize(1);
        assertThat(office.state(target).on()).isFalse();
        assertThat(office.state(target).offReason()).isEqualTo("410");
        assertThat(office.fates()).containsExactly("a=WAITING");

        office.channel.answers(new Attempt.Delivered(200));
        office.desk.resume("T");
        office.courier.work(target);
        assertThat(office.fates()).containsExactly("a=DELIVERED");
        assertThat(office.state(target).on()).isTrue();
    }

    @Test
    void aFaultOfAChannelIsTriedAgain() {
        office.put(target, "a");
        office.channel.answers((_, _) -> {
            throw new IllegalStateException("a fault");
        });
        office.courier.work(target);

        assertThat(office.fates()).containsExactly("a=WAITING");
        assertThat(office.state(target).failures()).isEqualTo(1);
    }

    @Test
    void aKillBetweenSendingAndNotingSendsTheSameIdAgainAfterTheLease() {
        office.put(target, "a", "b");
        office.queues.lease("T", "killed", Samples.NOW, Samples.NOW.plus(office.settings.lease()));
        office.channel.messages.add("T:a");

        office.clock.advance(office.settings.lease().minusMillis(1));
        office.courier.work(target);
        assertThat(office.channel.messages).containsExactly("T:a");
        office.clock.advance(Duration.ofMillis(1));
        office.courier.work(target);

        assertThat(office.channel.messages).containsExactly("T:a", "T:a", "T:b");
        assertThat(office.fates()).containsExactly("a=DELIVERED", "b=DELIVERED");
    }

    @Test
    void aKillBetweenNotingAndMovingOnSendsNothingTwice() {
        office.put(target, "a", "b");
        Delivery first = office.deliveries.find(Lane.USUAL.deliveryId("T", 0)).orElseThrow();
        Tried tried = new Tried(Samples.NOW, "delivered", 200, null, 3);
        office.deliveries.end(List.of(first), DeliveryState.DELIVERED, null, Samples.NOW, tried);
        office.courier.work(target);

        assertThat(office.channel.messages).containsExactly("T:b");
        assertThat(office.state(target).waiting()).isZero();
    }

    @Test
    void aThreadThatDiesGivesTheLeaseBack() {
        office.put(target, "a");
        office.channel.answers((_, _) -> {
            throw new AssertionError("the thread dies");
        });
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> office.courier.work(target));
        office.channel.answers(new Attempt.Delivered(200));
        office.courier().work(target);

        assertThat(office.channel.messages).containsExactly("T:a", "T:a");
    }

    @Test
    void inQuietHoursOnlyWhatIsToldEvenThenGoesAndTheRestAtOnceWhenTheyEnd() {
        QuietHours noon = new QuietHours(
                LocalTime.of(11, 0),
                LocalTime.of(13, 0),
                ZoneId.of("Asia/Shanghai"),
                Set.of(DeadlineKind.COMPLAINT_RESPONSE));
        DeliveryTarget quiet = office.open(Samples.target("Q", noon, "https://example.com"));
        office.channel.atOnce(10);
        Notice urgent = Samples.reminder("urgent", DeadlineKind.COMPLAINT_RESPONSE);
        Notice mixed = Samples.digest("mixed", DeadlineKind.FOLLOW_UP, DeadlineKind.COMPLAINT_RESPONSE);
        office.put(quiet, "a", "b");
        office.put(quiet, urgent);
        office.put(quiet, "c");
        office.put(quiet, mixed);

        office.courier.work(quiet);
        assertThat(office.channel.messages).containsExactly("Q:urgent+mixed");
        office.clock.advance(Duration.ofHours(1).minusMillis(1));
        office.courier.work(quiet);
        assertThat(office.channel.messages).hasSize(1);
        office.clock.advance(Duration.ofMillis(1));
        office.courier.work(quiet);
        assertThat(office.channel.messages).containsExactly("Q:urgent+mixed", "Q:a+b+c");
    }
}
