package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Kpi;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out the values of one question, with what they are compared with. */
final class Comparing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final Question question;
    private final Collection<StorePublished> stores;
    private final FigureBook book;
    private final Aims aims;
    private final Pace pace;
    private final Peers peers;
    private final BrandMeans brandMeans;

    /**
     * @param stores whose values they are; of a slice those that have a part in it
     */
    Comparing(Question question, Collection<StorePublished> stores, FigureBook book, Aims aims, Pace pace) {
        this.question = question;
        this.stores = stores;
        this.book = book;
        this.aims = aims;
        this.pace = pace;
        peers = new Peers(question.everyone());
        brandMeans = new BrandMeans(peers, question.period(), book);
    }

    KpiValue value(Kpi kpi) {
        Outcome outcome = at(kpi, question.period());
        KpiValue value = KpiValue.of(kpi, outcome);
        if (question.asks(Comparison.TARGET)) {
            value = aimed(kpi, value);
        }
        value = value.since(
                question.asks(Comparison.PREVIOUS)
                        ? earlier(kpi, outcome, Optional.of(question.period().previous()))
                        : null,
                question.asks(Comparison.LAST_YEAR)
                        ? earlier(kpi, outcome, question.period().sameLastYear())
                        : null);
        return value.among(
                question.asks(Comparison.BRAND_MEAN) ? brandMeans.of(kpi, stores) : null,
                question.asks(Comparison.RANK) ? ranks(kpi) : null);
    }

    private Outcome at(Kpi kpi, ReportingPeriod period) {
        return Outcome.of(kpi, stores, period, book);
    }

    private KpiValue aimed(Kpi kpi, KpiValue value) {
        Aim aim = aim(kpi, stores);
        if (aim == null) {
            return value;
        }
        BigDecimal expected = pace.expected(kpi, aim, stores, book, aims);
        return value.against(
                Target.of(aim, value.value(), kpi.better()),
                expected == null
                        ? null
                        : new KpiValue.ToDate(
                                expected, Aim.number(aim.kind(), expected).attainedBy(value.value(), kpi.better())));
    }

    private @Nullable Aim aim(Kpi kpi, Collection<StorePublished> whose) {
        return aims.of(kpi, whose, question.period(), book.slice(), () -> brandMeans.of(kpi, whose));
    }

    private KpiValue.@Nullable Earlier earlier(Kpi kpi, Outcome now, Optional<ReportingPeriod> then) {
        return then.map(period -> {
                    Outcome before = at(kpi, period);
                    return new KpiValue.Earlier(
                            period.toString(),
                            before.value(),
                            difference(now.value(), before.value()),
                            change(kpi, now.exact(), before.exact()));
                })
                .orElse(null);
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : Aim.plain(now.subtract(before));
    }

    private static @Nullable BigDecimal change(Kpi kpi, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null || before.signum() == 0 || Outcome.isGrowth(kpi)) {
            return null;
        }
        return Aim.plain(now.subtract(before)
                .multiply(HUNDRED)
                .divide(before.abs(), MathContext.DECIMAL128)
                .setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private @Nullable List<KpiValue.Rank> ranks(Kpi kpi) {
        if (book.slice() != null) {
            return null;
        }
        List<KpiValue.Rank> ranks = new ArrayList<>();
        peers.rivals(question.scope(), question.stores()).forEach((among, rivals) -> {
            Ranks places = Ranks.of(standings(kpi, rivals));
            Integer own = places.byId()
                    .get(Peers.level(question.scope()).idOf(question.stores().getFirst()));
            if (own != null) {
                ranks.add(new KpiValue.Rank(among, own, places.size()));
            }
        });
        return ranks;
    }

    List<Standing> standings(Kpi kpi, Map<String, List<StorePublished>> rivals) {
        List<Standing> standings = new ArrayList<>(rivals.size());
        rivals.forEach((id, theirs) -> standings.add(
                Standing.of(id, Outcome.of(kpi, theirs, question.period(), book), aim(kpi, theirs), kpi.better())));
        return standings;
    }
}
