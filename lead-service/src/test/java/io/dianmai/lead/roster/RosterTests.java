package io.dianmai.lead.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final Roster roster = new Roster(
            true,
            List.of(
                    new StaffMember("c", "丙", List.of(Role.SALES_CONSULTANT), "t2", null),
                    new StaffMember("a", "甲", List.of(Role.SALES_CONSULTANT), "t1", null),
                    new StaffMember("b", "乙", List.of(Role.SALES_CONSULTANT), "t1", DAY.minusDays(1)),
                    new StaffMember("m", "经理", List.of(Role.SALES_MANAGER), null, null)),
            DAY);

    @Test
    void countsSomebodyUntilTheLastWorkingDayIsOver() {
        var leaver = List.of(new StaffMember("x", "某", List.of(Role.SALES_CONSULTANT), null, DAY));

        assertThat(new Roster(true, leaver, DAY).works("x")).isTrue();
        assertThat(new Roster(true, leaver, DAY.plusDays(1)).works("x")).isFalse();
        assertThat(roster.works("nobody")).isFalse();
    }

    @Test
    void believesInAnybodyWhileTheStoreIsUnknown() {
        Roster unknown = Roster.unknown(DAY);

        assertThat(unknown.works("anybody")).isTrue();
        assertThat(unknown.teamOf("anybody")).isNull();
        assertThat(unknown.deal("lead")).isEmpty();
        assertThat(unknown.after("anybody")).isEmpty();
    }

    @Test
    void dealsAlikeForOneLeadAndEvenlyOverMany() {
        var dealt = IntStream.range(0, 2_000)
                .mapToObj(number -> new UUID(number * 7919L, number).toString())
                .map(lead -> roster.deal(lead).orElseThrow())
                .collect(Collectors.groupingBy(consultant -> consultant, Collectors.counting()));

        assertThat(roster.deal("one")).isEqualTo(roster.deal("one"));
        assertThat(dealt).containsOnlyKeys("a", "c");
        assertThat(dealt.values()).allMatch(share -> share > 800);
    }

    @Test
    void dealsWhatALeaverHadToTheOthers() {
        assertThat(roster.deal("lead", "a")).contains("c");
        assertThat(roster.deal("lead", "c")).contains("a");
        assertThat(Roster.unknown(DAY).deal("lead", "a")).isEmpty();
    }

    @Test
    void passesOnInTurnAndBeginsAgain() {
        assertThat(roster.after("a")).contains("c");
        assertThat(roster.after("c")).contains("a");
        assertThat(roster.after("b")).contains("c");
    }

    @Test
    void passesOnToNobodyWhereThereIsNoOther() {
        var alone =
                new Roster(true, List.of(new StaffMember("a", "甲", List.of(Role.SALES_CONSULTANT), null, null)), DAY);

        assertThat(alone.after("a")).isEmpty();
    }

    @Test
    void knowsTheTeamEvenOfALeaver() {
        assertThat(roster.teamOf("b")).isEqualTo("t1");
        assertThat(roster.teamOf(null)).isNull();
    }
}
