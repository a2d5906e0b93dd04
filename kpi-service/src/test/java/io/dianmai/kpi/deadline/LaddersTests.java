package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaddersTests {
    private static final Instant OLD = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Rung AT_DUE = rung(Duration.ZERO);

    @Test
    void theShippedOnesHoldTogether() throws IOException {
        Ladders shipped = Ladders.shipped();

        Ladder first = shipped.of(DeadlineKind.FIRST_RESPONSE, NEW);
        assertThat(first.rungs())
                .extracting(Rung::offset)
                .containsExactly(
                        Duration.ofMinutes(-5),
                        Duration.ZERO,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(90));
        assertThat(first.rungs().getLast().action()).isEqualTo(RungAction.REASSIGN);
    }

    @Test
    void whatIsForTheOwnerAloneIsForTheManagerWhenThereIsNone() throws IOException {
        Rung first =
                Ladders.shipped().of(DeadlineKind.FIRST_RESPONSE, NEW).rungs().getFirst();
        assertThat(first.audienceFor("A1")).isEmpty();
        assertThat(first.audienceFor(null)).containsExactly(Role.SALES_MANAGER);

        Rung promised = Ladders.shipped()
                .of(DeadlineKind.HANDOVER_PROMISED, NEW)
                .rungs()
                .getFirst();
        assertThat(promised.audienceFor(null)).containsExactly(Role.SERVICE_MANAGER);

        assertThat(AT_DUE.audienceFor(null)).containsExactly(Role.SALES_MANAGER);
    }

    @Test
    void theDateOfTheDeadlineChoosesTheLadder() {
        List<Ladder> all = complete();
        all.add(new Ladder(DeadlineKind.FOLLOW_UP, NEW, List.of(AT_DUE, rung(Duration.ofHours(1)))));
        Ladders ladders = new Ladders(all);

        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, NEW.minusMillis(1)).rungs())
                .hasSize(1);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, NEW).rungs()).hasSize(2);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, OLD.minusMillis(1)).rungs())
                .hasSize(1);
    }

    @Test
    void refusesWhatDoesNotHoldTogether() {
        assertThatThrownBy(() -> new Ladder(DeadlineKind.FOLLOW_UP, OLD, List.of()))
                .hasMessageContaining("without rungs");
        assertThatThrownBy(() -> new Ladder(DeadlineKind.FOLLOW_UP, OLD, List.of(AT_DUE, AT_DUE)))
                .hasMessageContaining("rung 1");
        assertThatThrownBy(() -> new Rung(Duration.ZERO, false, List.of(), List.of(), RungAction.NOTIFY))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> new Rung(Duration.ZERO, true, List.of(), List.of(), RungAction.NOTIFY))
                .hasMessageContaining("fallback");
        assertThatThrownBy(() -> rung(Duration.ofDays(3_650_000))).hasMessageContaining("year");
        assertThatThrownBy(() -> new Ladders(List.of())).hasMessageContaining("no ladder");
        List<Ladder> twice = complete();
        twice.add(twice.getFirst());
        assertThatThrownBy(() -> new Ladders(twice)).hasMessageContaining("two ladders");
    }

    private static List<Ladder> complete() {
        List<Ladder> ladders = new ArrayList<>();
        for (DeadlineKind kind : DeadlineKind.values()) {
            ladders.add(new Ladder(kind, OLD, List.of(AT_DUE)));
        }
        return ladders;
    }

    private static Rung rung(Duration offset) {
        return new Rung(offset, false, List.of(Role.SALES_MANAGER), List.of(), RungAction.NOTIFY);
    }
}
