package io.dianmai.kpi.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaddersTests {
    private static final Instant OLD = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Rung AT_DUE = rung(Duration.ZERO);
    private static final Place PLACE = new Place("S1", "B1", Tier.PREMIUM);

    @Test
    void theShippedOnesHoldTogether() throws IOException {
        Ladders shipped = Ladders.shipped();

        Ladder first = shipped.of(DeadlineKind.FIRST_RESPONSE, PLACE, NEW);
        assertThat(first.rungs())
                .extracting(Rung::offset)
                .containsExactly(
                        Duration.ofMinutes(-5),
                        Duration.ZERO,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(90));
        assertThat(first.rungs().getLast().action()).isEqualTo(RungAction.REASSIGN);
        assertThat(shipped.of(DeadlineKind.STAGE_15_30_60, PLACE, NEW).clock().after())
                .containsExactly(Duration.ofDays(15), Duration.ofDays(30), Duration.ofDays(60));
        assertThat(shipped.version()).isEqualTo(Ladders.shipped().version());
    }

    @Test
    void whatIsForTheOwnerAloneIsForTheManagerWhenThereIsNone() throws IOException {
        Ladders shipped = Ladders.shipped();
        Rung first = shipped.of(DeadlineKind.FIRST_RESPONSE, PLACE, NEW).rungs().getFirst();
        assertThat(first.audienceFor("A1")).isEmpty();
        assertThat(first.audienceFor(null)).containsExactly(Role.SALES_MANAGER);

        Rung promised =
                shipped.of(DeadlineKind.HANDOVER_PROMISED, PLACE, NEW).rungs().getFirst();
        assertThat(promised.audienceFor(null)).containsExactly(Role.SERVICE_MANAGER);

        assertThat(AT_DUE.audienceFor(null)).containsExactly(Role.SALES_MANAGER);
    }

    @Test
    void theDateOfTheDeadlineChoosesTheLadder() {
        Ladder before = followUp(LadderScope.group(), OLD);
        Ladder after = followUp(LadderScope.group(), NEW);
        Ladders ladders = complete(before, after);

        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW.minusMillis(1)))
                .isEqualTo(before);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW)).isEqualTo(after);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, OLD.minusMillis(1)))
                .isEqualTo(before);
    }

    @Test
    void theMostSpecificScopeWinsFromItsDateOn() {
        Ladder group = followUp(LadderScope.group(), OLD);
        Ladder tier = followUp(new LadderScope.OfTier(Tier.PREMIUM), NEW);
        Ladder brand = followUp(new LadderScope.Brand("B1"), NEW.plusMillis(1));
        Ladder store = followUp(new LadderScope.Store("S1"), NEW.plusMillis(2));
        Ladders ladders = complete(group, tier, brand, store);

        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW.minusMillis(1)))
                .isEqualTo(group);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW)).isEqualTo(tier);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW.plusMillis(1))).isEqualTo(brand);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW.plusMillis(2))).isEqualTo(store);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, new Place("S2", "B1", Tier.MID), NEW.plusMillis(2)))
                .isEqualTo(brand);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, new Place("S2", "B2", Tier.PREMIUM), NEW.plusMillis(2)))
                .isEqualTo(tier);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, new Place("S2", "B2", Tier.MID), NEW.plusMillis(2)))
                .isEqualTo(group);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, Place.unknown("S1"), NEW.plusMillis(2)))
                .isEqualTo(store);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, Place.unknown("S2"), NEW.plusMillis(2)))
                .isEqualTo(group);
    }

    @Test
    void aLadderThatIsTriedOutHoldsFromItsDateOnAndNowhereElse() {
        Ladder before = followUp(LadderScope.group(), OLD);
        Ladder later = followUp(LadderScope.group(), NEW.plusSeconds(1));
        Ladders ladders = complete(before, later);
        Ladder tried =
                ladder(DeadlineKind.FOLLOW_UP, LadderScope.group(), NEW, List.of(AT_DUE, rung(Duration.ofHours(1))));

        Ladders changed = ladders.with(tried);

        assertThat(changed.of(DeadlineKind.FOLLOW_UP, PLACE, NEW.minusMillis(1)))
                .isEqualTo(before);
        assertThat(changed.of(DeadlineKind.FOLLOW_UP, PLACE, NEW)).isEqualTo(tried);
        assertThat(changed.of(DeadlineKind.FOLLOW_UP, PLACE, NEW.plusSeconds(2)))
                .isEqualTo(tried);
        assertThat(ladders.of(DeadlineKind.FOLLOW_UP, PLACE, NEW)).isEqualTo(before);
    }

    @Test
    void refusesWhatDoesNotHoldTogether() {
        assertThatThrownBy(() -> ladder(DeadlineKind.FOLLOW_UP, LadderScope.group(), OLD, List.of()))
                .hasMessageContaining("without rungs");
        assertThatThrownBy(() -> ladder(DeadlineKind.FOLLOW_UP, LadderScope.group(), OLD, List.of(AT_DUE, AT_DUE)))
                .hasMessageContaining("rung 1");
        assertThatThrownBy(() -> new Rung(Duration.ZERO, false, List.of(), List.of(), RungAction.NOTIFY))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> Ladders.of(1, List.of())).hasMessageContaining("no ladder");
        Ladder twice = followUp(LadderScope.group(), OLD);
        assertThatThrownBy(() -> complete(twice, twice)).hasMessageContaining("two ladders");
    }

    private static Ladders complete(Ladder... followUps) {
        List<Ladder> ladders = new ArrayList<>(List.of(followUps));
        Arrays.stream(DeadlineKind.values())
                .filter(kind -> kind != DeadlineKind.FOLLOW_UP)
                .forEach(kind -> ladders.add(ladder(kind, LadderScope.group(), OLD, List.of(AT_DUE))));
        return Ladders.of(1, ladders);
    }

    private static Ladder followUp(LadderScope scope, Instant from) {
        return ladder(DeadlineKind.FOLLOW_UP, scope, from, List.of(AT_DUE));
    }

    private static Ladder ladder(DeadlineKind kind, LadderScope scope, Instant from, List<Rung> rungs) {
        return new Ladder(kind, scope, from, ClockTerms.OF_THE_EVENT, Duration.ZERO, rungs);
    }

    private static Rung rung(Duration offset) {
        return new Rung(offset, false, List.of(Role.SALES_MANAGER), List.of(), RungAction.NOTIFY);
    }
}
