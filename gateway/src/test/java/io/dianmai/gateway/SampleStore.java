package io.dianmai.gateway;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.contracts.org.Tier;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A store as HQ registers it. */
public final class SampleStore {
    private SampleStore() {}

    public static StorePublished of(String storeId, String regionId, String brandId) {
        return new StorePublished(
                storeId,
                "城北店",
                regionId,
                "北区",
                brandId,
                "品牌",
                Tier.MID,
                "Asia/Shanghai",
                12,
                40,
                hours(),
                teams(),
                staff());
    }

    public static String json(StorePublished store) {
        return EventJson.MAPPER.writeValueAsString(store);
    }

    public static BusinessHours hours() {
        var day = List.of(new Window(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        return new BusinessHours(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), any -> day)),
                Set.of(),
                Map.of());
    }

    public static List<Team> teams() {
        return List.of(new Team("t1", "一组"));
    }

    public static List<StaffMember> staff() {
        return List.of(new StaffMember("p1", "张三", List.of(Role.SALES_MANAGER), "t1", null));
    }
}
