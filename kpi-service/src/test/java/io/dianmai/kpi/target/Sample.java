package io.dianmai.kpi.target;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stores and plans for tests. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");
    private static final List<Window> DAYTIME = List.of(new Window(LocalTime.of(9, 0), LocalTime.of(18, 0)));

    private Sample() {}

    /** Monday to Saturday; closed from the first to the seventh of October, which Sunday the 27th of September makes up. */
    static BusinessHours hours2026() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY).forEach(day -> week.put(day, DAYTIME));
        Set<LocalDate> holidays = Set.copyOf(
                LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList());
        return new BusinessHours(week, holidays, Map.of(LocalDate.of(2026, 9, 27), DAYTIME));
    }

    static PlanningStore store(StaffMember... staff) {
        return new PlanningStore(
                "S1", ZoneId.of("Asia/Shanghai"), WorkingDays.of(hours2026()), Set.of("T1", "T2"), List.of(staff));
    }

    static StaffMember consultant(String id, @Nullable String team, @Nullable String leftOn) {
        return new StaffMember(
                id, id, List.of(Role.SALES_CONSULTANT), team, leftOn == null ? null : LocalDate.parse(leftOn));
    }

    static Aim orders() {
        return new Aim("orders", false, PlanUnit.COUNT, "count", true, Role.SALES_CONSULTANT);
    }

    static Aim revenue() {
        return new Aim("repairRevenue", false, PlanUnit.YUAN, "yuan", true, Role.SERVICE_ADVISER);
    }

    static Aim rate() {
        return new Aim("close-rate", true, PlanUnit.KPI, "percent", false, Role.SALES_CONSULTANT);
    }

    static PlanVersion version(String from, String... months) {
        return new PlanVersion(LocalDate.parse(from), Optional.of(numbers(months)), "months", "hq", NOW);
    }

    /** The same figure for each month. */
    static PlanVersion flat(String from, String figure) {
        return version(from, IntStream.range(0, 12).mapToObj(_ -> figure).toArray(String[]::new));
    }

    static Plan plan(String what, TargetOwner owner, int year, PlanVersion... versions) {
        return new Plan(new PlanKey("S1", what, owner, year), List.of(versions));
    }

    static List<BigDecimal> numbers(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }
}
