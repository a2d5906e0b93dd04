package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.catalogue.Kpi.Better;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KPIs for tests of other packages. */
public final class TestKpis {
    /** What stands before the name of what is planned. */
    public static final String TARGET = CounterEntry.TARGET_PREFIX;

    private TestKpis() {}

    /** The shipped catalogue. */
    public static Catalogue shipped() {
        try {
            return new Catalogue(CatalogueFile.shipped(CounterFile.shipped()), Map::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the shipped catalogue. */
    public static Kpi shipped(String code) {
        return shipped().find(code).orElseThrow();
    }

    /** A KPI with one target for all. */
    public static Kpi kpi(
            KpiKind kind,
            String numerator,
            @Nullable String denominator,
            KpiUnit unit,
            Better better,
            @Nullable String target) {
        return new Kpi(
                "test",
                "测试",
                "Test",
                "test",
                kind,
                Formula.parse(numerator),
                denominator == null ? null : Formula.parse(denominator),
                unit,
                better,
                new Targets(target, null, null),
                Kpi.UsualPeriod.MONTH,
                null,
                List.of(),
                null);
    }
}
