package io.dianmai.system;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.contracts.org.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One store with four advisors in two teams, those who lead them, and their accounts; a second store of the group nearby. Open
 * from nine to six every day but one holiday.
 */
final class Dealership {
    private static final Window OPEN = new Window(LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final String PASSWORD = "played-week-2024";

    /** Who works at the store and has an account there. */
    private static final Map<String, Role> PEOPLE = Map.of(
            "a1", Role.SALES_CONSULTANT,
            "a2", Role.SALES_CONSULTANT,
            "a3", Role.SALES_CONSULTANT,
            "a4", Role.SALES_CONSULTANT,
            "sup", Role.SHOWROOM_SUPERVISOR,
            "sm", Role.SALES_MANAGER,
            "gm", Role.GENERAL_MANAGER);

    private static final Map<String, Role> NEIGHBOURS = Map.of("b1", Role.SALES_CONSULTANT);

    private final Door door;
    private final TestGroup group;
    private final String region;
    private final LocalDate holiday;
    private final Map<String, String> tokens = new HashMap<>();

    private Dealership(Door door, TestGroup group, String region, LocalDate holiday) {
        this.door = door;
        this.group = group;
        this.region = region;
        this.holiday = holiday;
    }

    static Dealership open(RunningPlatform platform, String region, LocalDate holiday) {
        List<StorePublished> stores = List.of(
                store(region, "-1", holiday, PEOPLE, Map.of()), store(region, "-2", holiday, NEIGHBOURS, Map.of()));
        TestGroup group = TestGroup.register(platform, region, stores);
        var dealership = new Dealership(platform.door(), group, region, holiday);
        dealership.tokens.put("hq", group.hq());
        dealership.tokens.put("system", group.store().token());
        PEOPLE.forEach(dealership::signIn);
        return dealership;
    }

    private void signIn(String name, Role role) {
        String username = region + "-" + name;
        Map<String, Object> account = Map.of(
                "password",
                PASSWORD,
                "temporary",
                false,
                "staffId",
                staff(name),
                "role",
                role,
                "place",
                "store:" + storeId());
        door.put("/api/registry/people/" + username, group.hq(), Json.write(account))
                .expectSuccess();
        tokens.put(name, door.personalToken(username, PASSWORD));
    }

    TestGroup group() {
        return group;
    }

    String storeId() {
        return group.store().storeId();
    }

    TestStore neighbour() {
        return group.stores().getLast();
    }

    /** The token of somebody, of {@code hq}, or of the store's own {@code system}. */
    String token(String who) {
        return Objects.requireNonNull(tokens.get(who), who);
    }

    /** The staff id of somebody. */
    String staff(String who) {
        return staff(region, who);
    }

    /** Who has that staff id. */
    String who(String staffId) {
        return staffId.replace(region + "-", "");
    }

    private static String staff(String region, String who) {
        return region + "-" + who;
    }

    /** The id of the lead that the store calls so. */
    String lead(String ref) {
        return AggregateIds.of(storeId(), "lead", ref);
    }

    String id(String kind, String ref) {
        return AggregateIds.of(storeId(), kind, ref);
    }

    /** The registry hears of somebody's last working day. */
    void leaves(String who, LocalDate lastDay) {
        StorePublished without = store(region, "-1", holiday, PEOPLE, Map.of(who, lastDay));
        door.put("/api/registry/stores/" + storeId(), group.hq(), Json.write(without))
                .expectSuccess();
    }

    private static StorePublished store(
            String region, String number, LocalDate holiday, Map<String, Role> people, Map<String, LocalDate> leavers) {
        Map<DayOfWeek, List<Window>> week =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), _ -> List.of(OPEN)));
        return new StorePublished(
                region + number,
                "试店" + number,
                region,
                "试区 " + region,
                "brand-" + region,
                "试验品牌",
                Tier.MID,
                TestGroup.ZONE.getId(),
                12,
                40,
                new BusinessHours(week, Set.of(holiday), Map.of()),
                List.of(new Team("t1", "销售一组"), new Team("t2", "销售二组")),
                people.keySet().stream()
                        .sorted()
                        .map(who -> new StaffMember(
                                staff(region, who),
                                "员工" + who,
                                List.of(Objects.requireNonNull(people.get(who))),
                                team(who),
                                leavers.get(who)))
                        .toList());
    }

    private static @Nullable String team(String who) {
        return switch (who) {
            case "a1", "a2" -> "t1";
            case "a3", "a4" -> "t2";
            default -> null;
        };
    }
}
