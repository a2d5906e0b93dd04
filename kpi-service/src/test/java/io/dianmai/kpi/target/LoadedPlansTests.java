package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadedPlansTests {
    private static final StaffMember[] STAFF = {
        Sample.consultant("a", "T1", null),
        Sample.consultant("b", "T1", "2026-09-14"),
        Sample.consultant("c", "T2", null)
    };

    private static TargetPlans.Loaded loaded(Aim aim, Plan... plans) {
        Map<String, Plan> byId =
                Arrays.stream(plans).collect(Collectors.toMap(plan -> plan.key().id(), plan -> plan));
        return new LoadedPlans(Map.of("S1", Sample.store(STAFF)), Map.of(aim.name(), aim), byId, _ -> byId);
    }

    private static Plan orders(TargetOwner owner, String perMonth) {
        return Sample.plan("orders", owner, 2026, Sample.flat("2026-01-01", perMonth));
    }

    private static @Nullable BigDecimal ask(TargetPlans.Loaded plans, @Nullable Slice owner, String from, String to) {
        return plans.of("S1", "orders", owner, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Slice advisor(String id) {
        return new Slice(Dimension.ADVISOR, id);
    }

    private static Slice team(String id) {
        return new Slice(Dimension.TEAM, id);
    }

    @Test
    void aStoresFigureIsSharedOutAmongThoseWhoWorkThere() {
        TargetPlans.Loaded plans = loaded(Sample.orders(), orders(TargetOwner.store(), "30"));

        assertThat(ask(plans, advisor("a"), "2026-08-01", "2026-08-31")).isEqualByComparingTo("10");
        assertThat(ask(plans, advisor("a"), "2026-11-01", "2026-11-30")).isEqualByComparingTo("15");
        assertThat(ask(plans, advisor("b"), "2026-11-01", "2026-11-30")).isNull();
        assertThat(ask(plans, team("T1"), "2026-08-01", "2026-08-31")).isEqualByComparingTo("20");
        assertThat(ask(plans, team("T1"), "2026-11-01", "2026-11-30")).isEqualByComparingTo("15");
    }

    @Test
    void partsAddUpToTheStoreAlsoWhenSomebodyLeaves() {
        TargetPlans.Loaded plans = loaded(Sample.orders(), orders(TargetOwner.store(), "100"));
        LocalDate end = LocalDate.of(2026, 9, 30);

        for (LocalDate day = LocalDate.of(2026, 9, 1); !day.isAfter(end); day = day.plusDays(1)) {
            LocalDate date = day;
            BigDecimal parts = Arrays.stream(STAFF)
                    .map(member -> plans.of("S1", "orders", advisor(member.staffId()), date, date))
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(parts).as("%s", day).isEqualByComparingTo(plans.of("S1", "orders", null, day, day));
        }
        BigDecimal first = Objects.requireNonNull(ask(plans, team("T1"), "2026-09-01", "2026-09-30"));
        BigDecimal second = Objects.requireNonNull(ask(plans, team("T2"), "2026-09-01", "2026-09-30"));
        assertThat(first.add(second)).isEqualByComparingTo("100");
    }

    @Test
    void anOwnPlanComesBeforeAPartAndChangesNobodyElses() {
        TargetPlans.Loaded plans =
                loaded(Sample.orders(), orders(TargetOwner.store(), "30"), orders(new TargetOwner.Advisor("a"), "18"));

        assertThat(ask(plans, advisor("a"), "2026-08-01", "2026-08-31")).isEqualByComparingTo("18");
        assertThat(ask(plans, advisor("c"), "2026-08-01", "2026-08-31")).isEqualByComparingTo("10");
        assertThat(ask(plans, team("T1"), "2026-08-01", "2026-08-31")).isEqualByComparingTo("28");
    }

    @Test
    void aTeamsOwnPlanComesBeforeTheSumOfItsMembers() {
        TargetPlans.Loaded plans =
                loaded(Sample.orders(), orders(TargetOwner.store(), "30"), orders(new TargetOwner.Team("T1"), "25"));

        assertThat(ask(plans, team("T1"), "2026-08-01", "2026-08-31")).isEqualByComparingTo("25");
    }

    @Test
    void whereNothingIsPlannedNobodyHasAPart() {
        TargetPlans.Loaded plans = loaded(Sample.orders(), orders(new TargetOwner.Advisor("a"), "18"));

        assertThat(ask(plans, null, "2026-08-01", "2026-08-31")).isNull();
        assertThat(ask(plans, advisor("c"), "2026-08-01", "2026-08-31")).isNull();
        assertThat(ask(plans, team("T1"), "2026-08-01", "2026-08-31")).isNull();
        assertThat(ask(plans, new Slice(Dimension.MODEL, "M5"), "2026-08-01", "2026-08-31"))
                .isNull();
        assertThat(plans.of("S2", "orders", null, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 1)))
                .isNull();
        assertThat(plans.of("S1", "calls", null, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 1)))
                .isNull();
    }

    @Test
    void anAimOfARatioHoldsForEachOfThem() {
        Plan rate = Sample.plan("close-rate", TargetOwner.store(), 2026, Sample.flat("2026-01-01", "20"));
        TargetPlans.Loaded plans = loaded(Sample.rate(), rate);
        LocalDate from = LocalDate.of(2026, 8, 1);
        LocalDate to = LocalDate.of(2026, 9, 30);

        assertThat(plans.of("S1", "close-rate", advisor("a"), from, to)).isEqualByComparingTo("20");
        assertThat(plans.of("S1", "close-rate", team("T1"), from, to)).isEqualByComparingTo("20");
        assertThat(plans.of("S1", "close-rate", advisor("x"), from, to)).isNull();
    }

    @Test
    void paceCountsTodayInFull() {
        TargetPlans.Loaded plans = loaded(Sample.orders(), orders(TargetOwner.store(), "27"));
        LocalDate from = LocalDate.of(2026, 9, 1);
        LocalDate to = LocalDate.of(2026, 9, 30);
        PlanningStore store = Sample.store(STAFF);

        assertThat(Pace.of(plans, store, "orders", null, from, to, LocalDate.of(2026, 9, 14)))
                .isEqualTo(new Pace(new BigDecimal("27"), new BigDecimal("12"), 27, 12));
        assertThat(Pace.of(plans, store, "orders", null, from, to, LocalDate.of(2026, 8, 31)))
                .isEqualTo(new Pace(new BigDecimal("27"), null, 27, 0));
        assertThat(Pace.of(plans, store, "orders", null, from, to, LocalDate.of(2026, 10, 1)))
                .isEqualTo(new Pace(new BigDecimal("27"), new BigDecimal("27"), 27, 27));
    }
}
