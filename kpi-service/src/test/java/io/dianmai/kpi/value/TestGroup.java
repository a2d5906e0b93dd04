package io.dianmai.kpi.value;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores for tests. */
public final class TestGroup {
    private TestGroup() {}

    public static StorePublished store(String id, String brand, String region) {
        return store(id, brand, region, Tier.MID, "Asia/Shanghai");
    }

    /** With 10 bays, 25 parking spaces, closed on Sundays and on 1 October, but not on Sunday 27 September 2026. */
    static StorePublished store(String id, String brand, String region, Tier tier, String zone) {
        List<Window> open = List.of(new Window(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        BusinessHours hours = new BusinessHours(
                EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)).stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> open)),
                Set.of(LocalDate.of(2026, 10, 1)),
                Map.of(LocalDate.of(2026, 9, 27), open));
        List<StaffMember> staff = List.of(
                new StaffMember(id + "-1", "甲", List.of(Role.SERVICE_ADVISER), null, null),
                new StaffMember(id + "-2", "乙", List.of(Role.SERVICE_ADVISER), null, LocalDate.of(2026, 9, 30)),
                new StaffMember(id + "-3", "丙", List.of(Role.TECHNICIAN), null, null));
        return new StorePublished(
                id, "店 " + id, region, "区 " + region, brand, "牌 " + brand, tier, zone, 10, 25, hours, List.of(), staff);
    }
}
