package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Kpi;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is asked of the values.
 *
 * @param stores those of the scope that the viewer may see
 * @param everyone all stores of the group, for comparisons that show no store's own number
 */
record Question(
        Scope scope,
        List<StorePublished> stores,
        List<StorePublished> everyone,
        ReportingPeriod period,
        Collection<Kpi> kpis,
        Set<Comparison> compare) {

    boolean asks(Comparison comparison) {
        return compare.contains(comparison);
    }
}
