package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.History;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineDeadlineTests {
    private static final Instant DUE = EngineDriver.START.plus(Duration.ofMinutes(30));
    private static final Duration TICK = Duration.ofMillis(100);

    private final EngineDriver engine = new EngineDriver();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aTaskLeftUndoneReminds() {
        engine.pipe(History.of("S1", "P1")
                .then(EngineDriver.START, History.scheduled("T1", TaskPurpose.FIRST_RESPONSE, DUE))
                .events());

        engine.advance(Duration.ofMinutes(25).minusMillis(1));
        engine.advance(TICK.minusMillis(99));

        assertThat(engine.reminders()).singleElement().satisfies(reminder -> {
            assertThat(reminder.data().kind()).isEqualTo(DeadlineKind.FIRST_RESPONSE);
            assertThat(reminder.data().rungAt()).isEqualTo(DUE.minus(Duration.ofMinutes(5)));
            assertThat(reminder.storeId()).isEqualTo("S1");
        });
        assertThat(engine.meters.get("dianmai.deadlines.armed").gauge().value()).isEqualTo(1);
    }

    @Test
    void aTaskDoneDoesNot() {
        engine.pipe(History.of("S1", "P1")
                .then(EngineDriver.START, History.scheduled("T1", TaskPurpose.FIRST_RESPONSE, DUE))
                .then(EngineDriver.START, History.done("T1", TaskPurpose.FIRST_RESPONSE, DUE, false))
                .events());

        engine.advance(Duration.ofDays(9));
        engine.advance(TICK);

        assertThat(engine.reminders()).isEmpty();
        assertThat(engine.meters.get("dianmai.deadlines.armed").gauge().value()).isZero();
    }

    @Test
    void afterADayAsleepItCatchesUpOncePerRung() {
        engine.pipe(History.of("S1", "P1")
                .then(EngineDriver.START, History.scheduled("T1", TaskPurpose.FIRST_RESPONSE, DUE))
                .events());

        engine.advance(Duration.ofDays(1));
        for (int i = 0; i < 20; i++) {
            engine.advance(TICK);
        }

        assertThat(engine.reminders())
                .extracting(reminder -> reminder.data().rung())
                .containsExactly(0, 1, 2, 3, 4);
    }
}
