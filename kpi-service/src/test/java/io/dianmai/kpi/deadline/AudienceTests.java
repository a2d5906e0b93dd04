package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.deadline.StoreRoster.Member;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudienceTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Rung OWNER = rung(true, List.of(), List.of(Role.SALES_MANAGER));
    private static final Rung SUPERVISOR = rung(false, List.of(Role.SHOWROOM_SUPERVISOR), List.of());

    @Test
    void theOwnerHearsOfIt() {
        assertThat(Audience.of(OWNER, "A1", List.of(member("A1", null, Role.SALES_CONSULTANT)), TODAY))
                .isEqualTo(new Audience(List.of(), List.of("A1"), "A1"));
    }

    @Test
    void anOwnerIsThereOnTheLastDayAndGoneOnTheNext() {
        List<Member> staff =
                List.of(member("A1", TODAY, Role.SALES_CONSULTANT), member("M1", null, Role.SALES_MANAGER));

        assertThat(Audience.of(OWNER, "A1", staff, TODAY).recipients()).containsExactly("A1");
        assertThat(Audience.of(OWNER, "A1", staff, TODAY.plusDays(1)))
                .isEqualTo(new Audience(List.of(Role.SALES_MANAGER), List.of("M1"), null));
    }

    @Test
    void whereTheOwnerHasLeftTheOthersStillHearOfIt() {
        Rung both = rung(true, List.of(Role.SALES_MANAGER), List.of());
        List<Member> staff = List.of(
                member("A1", TODAY.minusDays(1), Role.SALES_CONSULTANT), member("M1", null, Role.SALES_MANAGER));

        assertThat(Audience.of(both, "A1", staff, TODAY))
                .isEqualTo(new Audience(List.of(Role.SALES_MANAGER), List.of("M1"), null));
    }

    @Test
    void aRungThatIsNotForTheOwnerDoesNotNameOne() {
        List<Member> staff =
                List.of(member("A1", null, Role.SALES_CONSULTANT), member("S1", null, Role.SHOWROOM_SUPERVISOR));

        assertThat(Audience.of(SUPERVISOR, "A1", staff, TODAY))
                .isEqualTo(new Audience(List.of(Role.SHOWROOM_SUPERVISOR), List.of("S1"), null));
    }

    @Test
    void aRoleThatNobodyHoldsGoesUpUntilSomebodyDoes() {
        Member general = member("G1", null, Role.GENERAL_MANAGER);
        Member leaver = member("S1", TODAY.minusDays(1), Role.SHOWROOM_SUPERVISOR, Role.SALES_MANAGER);

        assertThat(Audience.of(SUPERVISOR, null, List.of(general, leaver), TODAY))
                .isEqualTo(new Audience(List.of(Role.GENERAL_MANAGER), List.of("G1"), null));
    }

    @Test
    void whoHasNotStartedYetHearsNothing() {
        Member general = member("G1", null, Role.GENERAL_MANAGER);
        Member tomorrow = new Member("S1", List.of(Role.SHOWROOM_SUPERVISOR), null, TODAY.plusDays(1));
        Member today = new Member("S2", List.of(Role.SHOWROOM_SUPERVISOR), null, TODAY);

        assertThat(Audience.of(SUPERVISOR, null, List.of(general, tomorrow), TODAY)
                        .recipients())
                .containsExactly("G1");
        assertThat(Audience.of(SUPERVISOR, null, List.of(general, tomorrow, today), TODAY)
                        .recipients())
                .containsExactly("S2");
    }

    @Test
    void aboveTheStoreARoleIsAddressedWithoutAName() {
        assertThat(Audience.of(SUPERVISOR, null, List.of(member("A1", null, Role.TECHNICIAN)), TODAY))
                .isEqualTo(new Audience(List.of(Role.BRAND_DIRECTOR), List.of(), null));
    }

    @Test
    void allWhoHoldTheRoleHearOfItOnceEach() {
        Rung two = rung(true, List.of(Role.SHOWROOM_SUPERVISOR, Role.SALES_MANAGER), List.of());
        List<Member> staff = List.of(
                member("M1", null, Role.SALES_MANAGER, Role.SHOWROOM_SUPERVISOR),
                member("M2", null, Role.SALES_MANAGER));

        assertThat(Audience.of(two, "M1", staff, TODAY))
                .isEqualTo(
                        new Audience(List.of(Role.SHOWROOM_SUPERVISOR, Role.SALES_MANAGER), List.of("M1", "M2"), "M1"));
    }

    @Test
    void rolesThatMeetOnTheWayUpAreNamedOnce() {
        Rung two = rung(false, List.of(Role.WARRANTY_CLERK, Role.PARTS_MANAGER), List.of());

        assertThat(Audience.of(two, null, List.of(member("V1", null, Role.SERVICE_MANAGER)), TODAY))
                .isEqualTo(new Audience(List.of(Role.SERVICE_MANAGER), List.of("V1"), null));
    }

    @Test
    void aStoreWhoseStaffIsNotKnownIsAddressedByRole() {
        assertThat(Audience.of(SUPERVISOR, null, List.of(), TODAY))
                .isEqualTo(new Audience(List.of(Role.SHOWROOM_SUPERVISOR), List.of(), null));
        assertThat(Audience.of(OWNER, "A1", List.of(), TODAY)).isEqualTo(new Audience(List.of(), List.of("A1"), "A1"));
        assertThat(Audience.of(OWNER, null, List.of(), TODAY))
                .isEqualTo(new Audience(List.of(Role.SALES_MANAGER), List.of(), null));
    }

    /** There is no circle on the way up. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleReachesSomebody(Role role) {
        Rung rung = rung(false, List.of(role), List.of());

        assertThat(Audience.of(rung, null, List.of(member("X", TODAY.minusDays(1), role)), TODAY)
                        .roles())
                .hasSize(1);
    }

    private static Rung rung(boolean owner, List<Role> audience, List<Role> fallback) {
        return new Rung(Duration.ZERO, owner, audience, fallback, RungAction.NOTIFY);
    }

    private static Member member(String id, @Nullable LocalDate leftOn, Role... roles) {
        return new Member(id, List.of(roles), leftOn, null);
    }
}
