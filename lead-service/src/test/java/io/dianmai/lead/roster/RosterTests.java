package io.dianmai.lead.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import java.time.LocalDate;
import java.util.List;
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
    void countsSomebodyFromTheFirstWorkingDayOn() {
        var beginner = List.of(new StaffMember("x", "某", List.of(Role.SALES_CONSULTANT), null, null, DAY));

        assertThat(new Roster(true, beginner, DAY.minusDays(1)).works("x")).isFalse();
        assertThat(new Roster(true, beginner, DAY).works("x")).isTrue();
        assertThat(new Roster(true, beginner, DAY.minusDays(1)).working(List.of(Role.SALES_CONSULTANT)))
                .isEmpty();
    }

    @Test
    void believesInAnybodyWhileTheStoreIsUnknown() {
        Roster unknown = Roster.unknown(DAY);

        assertThat(unknown.works("anybody")).isTrue();
        assertThat(unknown.teamOf("anybody")).isNull();
    }

    @Test
    void namesWhoWorksThatDayInTheseRolesInOrder() {
        assertThat(roster.working(List.of(Role.SALES_CONSULTANT)))
                .extracting(StaffMember::staffId)
                .containsExactly("a", "c");
        assertThat(roster.working(List.of(Role.SALES_MANAGER, Role.SALES_CONSULTANT)))
                .extracting(StaffMember::staffId)
                .containsExactly("a", "c", "m");
        assertThat(Roster.unknown(DAY).working(List.of(Role.SALES_CONSULTANT))).isEmpty();
    }

    @Test
    void knowsTheTeamEvenOfALeaver() {
        assertThat(roster.teamOf("b")).isEqualTo("t1");
        assertThat(roster.teamOf(null)).isNull();
    }
}
