package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Kpi;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 品牌均值, of one period; each worked out once. */
final class BrandMeans {
    private final Peers peers;
    private final ReportingPeriod period;
    private final FigureBook book;
    private final Map<String, Optional<BigDecimal>> known = new HashMap<>();

    BrandMeans(Peers peers, ReportingPeriod period, FigureBook book) {
        this.peers = peers;
        this.period = period;
        this.book = book;
    }

    /**
     * The mean of the brand that these stores have in common; null when they have not. Of slices there is none: the
     * brand's other stores have other advisors and teams.
     */
    @Nullable
    BigDecimal of(Kpi kpi, Collection<StorePublished> stores) {
        String brand = Peers.commonBrand(stores).orElse(null);
        if (brand == null || book.slice() != null) {
            return null;
        }
        return known.computeIfAbsent(kpi.code() + '|' + brand, _ -> mean(kpi, peers.ofBrand(brand)))
                .orElse(null);
    }

    private Optional<BigDecimal> mean(Kpi kpi, List<StorePublished> brand) {
        return Optional.ofNullable(Outcome.mean(kpi, brand, period, book));
    }
}
