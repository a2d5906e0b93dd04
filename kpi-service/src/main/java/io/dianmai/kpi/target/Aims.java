package io.dianmai.kpi.target;

import io.dianmai.contracts.org.Role;
import io.dianmai.kpi.catalogue.Catalogue;
import io.dianmai.kpi.catalogue.CounterEntry;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.catalogue.KpiKind;
import io.dianmai.kpi.counter.Counter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What plans can be made for: every counter, also one that the catalogue sets a target for before any event feeds it,
 * and every KPI.
 */
@Component
public class Aims {
    private static final Set<String> SALES_AREAS = Set.of("sales", "marketing", "stock", "follow-up");

    private final Catalogue catalogue;

    Aims(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is called so; empty when there is no such counter or KPI. */
    public Optional<Aim> named(String name) {
        Optional<Counter> counter = Counter.named(name);
        if (counter.isPresent()) {
            return Optional.of(counter(name, !counter.get().isGauge()));
        }
        if (usedBy(CounterEntry.TARGET_PREFIX + name).isPresent()) {
            return Optional.of(counter(name, true));
        }
        return catalogue.find(name).map(Aims::kpi);
    }

    private Aim counter(String name, boolean additive) {
        PlanUnit unit = PlanUnit.ofCounter(name);
        Role role = usedBy(name).map(Aims::role).orElse(Role.SALES_CONSULTANT);
        return new Aim(name, false, unit, unit.wireName(), additive, role);
    }

    private static Aim kpi(Kpi kpi) {
        boolean additive = kpi.kind() == KpiKind.COUNT || kpi.kind() == KpiKind.SUM;
        String unit = kpi.unit().name().toLowerCase(Locale.ROOT);
        return new Aim(kpi.code(), true, PlanUnit.KPI, unit, additive, role(kpi));
    }

    private static Role role(Kpi kpi) {
        return SALES_AREAS.contains(kpi.area()) ? Role.SALES_CONSULTANT : Role.SERVICE_ADVISER;
    }

    /** The first KPI of the catalogue whose formulas name it tells the area of a counter. */
    private Optional<Kpi> usedBy(String name) {
        return catalogue.all().stream()
                .filter(kpi -> names(kpi).anyMatch(name::equals))
                .findFirst();
    }

    private static Stream<String> names(Kpi kpi) {
        Stream<String> numerator = kpi.numerator().names().stream();
        return kpi.denominator() == null ? numerator : Stream.concat(numerator, kpi.denominator().names().stream());
    }
}
