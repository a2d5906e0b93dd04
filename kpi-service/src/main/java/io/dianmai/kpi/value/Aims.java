package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.catalogue.KpiKind;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.TargetPlans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which target holds: the own plan of a store (or of an advisor or team), else what the catalogue says for its tier, else
 * for all. Over several stores plans of counts and sums add up when each store has one; other plans hold for one store
 * only.
 */
final class Aims {
    private static final String BRAND_MEAN = "brand-mean";

    private final TargetPlans.Loaded plans;

    Aims(TargetPlans.Loaded plans) {
        this.plans = plans;
    }

    /** Names of the plans that can be targets of these KPIs over so many stores. */
    static Set<String> names(Collection<Kpi> kpis, int stores) {
        return kpis.stream()
                .filter(kpi -> stores == 1 || addsUp(kpi))
                .flatMap(Aims::names)
                .collect(Collectors.toSet());
    }

    /** Whether what is aimed at in parts of a period, or by several stores, adds up. */
    static boolean addsUp(Kpi kpi) {
        return kpi.kind() == KpiKind.COUNT || kpi.kind() == KpiKind.SUM;
    }

    /**
     * The target of these stores together.
     *
     * @param slice the part of them that is asked for, if any
     * @param brandMean the mean of their brand; null where they have none in common
     */
    @Nullable
    Aim of(
            Kpi kpi,
            Collection<StorePublished> stores,
            ReportingPeriod period,
            @Nullable Slice slice,
            Supplier<@Nullable BigDecimal> brandMean) {
        BigDecimal planned = planned(kpi, stores, slice, period.start(), _ -> period.end());
        if (planned != null) {
            return Aim.number(Aim.Kind.PLAN, planned);
        }
        String text = kpi.targets().of(commonTier(stores));
        if (text == null) {
            return null;
        }
        return text.equals(BRAND_MEAN) ? Aim.number(Aim.Kind.BRAND_MEAN, brandMean.get()) : Aim.parse(text);
    }

    /** What is planned from a day to the one that a store has; null when a store has no plan. */
    @Nullable
    BigDecimal planned(
            Kpi kpi,
            Collection<StorePublished> stores,
            @Nullable Slice slice,
            LocalDate first,
            Function<StorePublished, LocalDate> last) {
        if ((stores.size() != 1 && !addsUp(kpi)) || (slice != null && !canOwn(slice))) {
            return null;
        }
        BigDecimal sum = null;
        for (StorePublished store : stores) {
            BigDecimal plan = plan(kpi, store.storeId(), slice, first, last.apply(store));
            if (plan == null) {
                return null;
            }
            sum = sum == null ? plan : sum.add(plan);
        }
        return sum == null ? null : Aim.plain(sum);
    }

    /** Whether plans can be of such a part of a store: of an advisor's or a team's. */
    static boolean canOwn(Slice slice) {
        return slice.dimension() == Dimension.ADVISOR || slice.dimension() == Dimension.TEAM;
    }

    static boolean isBrandMean(Kpi kpi, Collection<StorePublished> stores) {
        return BRAND_MEAN.equals(kpi.targets().of(commonTier(stores)));
    }

    private @Nullable BigDecimal plan(Kpi kpi, String storeId, @Nullable Slice slice, LocalDate first, LocalDate last) {
        BigDecimal own = plans.of(storeId, kpi.code(), slice, first, last);
        if (own != null || !addsUp(kpi) || kpi.numerator().names().size() != 1) {
            return own;
        }
        String counter = kpi.numerator().names().iterator().next();
        BigDecimal ofCounter = plans.of(storeId, counter, slice, first, last);
        return ofCounter == null ? null : kpi.unit().of(ofCounter, BigDecimal.ONE);
    }

    /** A plan may be of the KPI, or of the one counter that it shows. */
    private static Stream<String> names(Kpi kpi) {
        Set<String> counters = kpi.numerator().names();
        return Stream.concat(
                Stream.of(kpi.code()), addsUp(kpi) && counters.size() == 1 ? counters.stream() : Stream.empty());
    }

    private static @Nullable Tier commonTier(Collection<StorePublished> stores) {
        Set<Tier> tiers = stores.stream().map(StorePublished::tier).collect(Collectors.toSet());
        return tiers.size() == 1 ? tiers.iterator().next() : null;
    }
}
