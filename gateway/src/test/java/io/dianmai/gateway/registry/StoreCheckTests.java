package io.dianmai.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.gateway.SampleStore;
import io.dianmai.kit.problem.Violation;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreCheckTests {
    private static final StorePublished GOOD = SampleStore.of("s1", "north", "b1");

    @Test
    void acceptsAnOrdinaryStore() {
        assertThat(StoreCheck.violationsOf(GOOD)).isEmpty();
    }

    @Test
    void refusesIdsThatCannotBeKeys() {
        assertPointers(SampleStore.of("s|1", "no rth", ""), "/storeId", "/regionId", "/brandId");
    }

    @Test
    void refusesUnknownZone() {
        assertPointers(with("Asia/Nowhere", GOOD.businessHours(), GOOD.teams(), GOOD.staff()), "/zone");
    }

    @Test
    void refusesCalendarWithoutWorkingTime() {
        var never = new BusinessHours(Map.of(), Set.of(), Map.of());

        assertPointers(with(GOOD.zone(), never, GOOD.teams(), GOOD.staff()), "/businessHours");
    }

    @Test
    void refusesCalendarWithoutASingleWholeMinute() {
        var blink = new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(9, 0, 59));
        var hours = new BusinessHours(Map.of(DayOfWeek.MONDAY, List.of(blink)), Set.of(), Map.of());

        assertPointers(with(GOOD.zone(), hours, GOOD.teams(), GOOD.staff()), "/businessHours");
    }

    @Test
    void refusesTwoStaffWithOneId() {
        var one = new StaffMember("p1", "张三", List.of(Role.SALES_MANAGER), "t1", null);
        var other = new StaffMember("p1", "李四", List.of(Role.TECHNICIAN), "t1", null);

        assertPointers(with(GOOD.zone(), GOOD.businessHours(), GOOD.teams(), List.of(one, other)), "/staff/1/staffId");
    }

    @Test
    void refusesStaffOfUnknownTeamAndWithoutRole() {
        var lost = new StaffMember("p1", " ", List.of(), "t9", null);

        assertPointers(
                with(GOOD.zone(), GOOD.businessHours(), GOOD.teams(), List.of(lost)),
                "/staff/0/name",
                "/staff/0/roles",
                "/staff/0/teamId");
    }

    private static void assertPointers(StorePublished store, String... pointers) {
        assertThat(StoreCheck.violationsOf(store))
                .extracting(Violation::pointer)
                .containsExactly(pointers);
    }

    private static StorePublished with(String zone, BusinessHours hours, List<Team> teams, List<StaffMember> staff) {
        return new StorePublished(
                GOOD.storeId(),
                GOOD.name(),
                GOOD.regionId(),
                GOOD.regionName(),
                GOOD.brandId(),
                GOOD.brandName(),
                GOOD.tier(),
                zone,
                GOOD.bays(),
                GOOD.parkingSpaces(),
                hours,
                teams,
                staff);
    }
}
