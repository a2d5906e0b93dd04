package io.dianmai.bench.history;

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
import java.util.stream.IntStream;

/**
 * A group of alike stores: five brands, eight regions, two tiers; each store has {@value #ADVISERS} advisers of each kind in two teams.
 *
 * @param stores how many
 */
public record Group(int stores) {
    public static final String ZONE = "Asia/Shanghai";
    static final int ADVISERS = 8;
    private static final int BRANDS = 5;
    private static final int REGIONS = 8;
    private static final Window OPEN = new Window(LocalTime.of(8, 30), LocalTime.of(18, 0));

    /** The id of a store by its number, from 0. */
    public static String store(int number) {
        return "S%04d".formatted(number);
    }

    /** The ids of all its stores. */
    public List<String> ids() {
        return IntStream.range(0, stores).mapToObj(Group::store).toList();
    }

    /** What the registry says of each store. */
    public List<StorePublished> registry() {
        return IntStream.range(0, stores).mapToObj(Group::published).toList();
    }

    /** The id of a sales consultant by a number of any size: they take turns. */
    public static String consultant(String store, int number) {
        return store + "-C" + number % ADVISERS;
    }

    static String adviser(String store, int number) {
        return store + "-A" + number;
    }

    static String team(String store, int member) {
        return store + "-T" + member % 2;
    }

    private static StorePublished published(int number) {
        String id = store(number);
        int region = number % REGIONS;
        int brand = number % BRANDS;
        Map<DayOfWeek, List<Window>> week =
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), _ -> List.of(OPEN)));
        return new StorePublished(
                id,
                "店 " + number,
                "R" + region,
                "大区 " + region,
                "B" + brand,
                "品牌 " + brand,
                number % 2 == 0 ? Tier.MID : Tier.PREMIUM,
                ZONE,
                12,
                40,
                new BusinessHours(week, Set.of(), Map.of()),
                List.of(new Team(team(id, 0), "一组"), new Team(team(id, 1), "二组")),
                staff(id));
    }

    private static List<StaffMember> staff(String store) {
        return IntStream.range(0, ADVISERS)
                .boxed()
                .flatMap(number -> List.of(
                        new StaffMember(
                                consultant(store, number),
                                "顾问 " + number,
                                List.of(Role.SALES_CONSULTANT),
                                team(store, number),
                                null),
                        new StaffMember(
                                adviser(store, number),
                                "服务 " + number,
                                List.of(Role.SERVICE_ADVISER),
                                team(store, number),
                                null))
                        .stream())
                .toList();
    }
}
