package io.dianmai.lead.intake;

import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.lead.intake.sheet.ImportKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of lists that this service takes in: those whose owner is here. */
@Component
class RowTakers {
    private final Map<ImportKind, RowTaker<?>> takers = new EnumMap<>(ImportKind.class);

    RowTakers(List<RowTaker<?>> rows, ObjectProvider<FactTaker<?>> owners, PersonalDataSealer sealer) {
        List<RowTaker<?>> all = new ArrayList<>(rows);
        owner(owners, StockReceived.class).ifPresent(owner -> all.add(new StockRows(owner, sealer)));
        owner(owners, CostBooked.class).ifPresent(owner -> all.add(new CostRows(owner)));
        all.forEach(taker -> takers.put(taker.kind(), taker));
    }

    /** Empty where nobody here owns what such rows mean. */
    Optional<RowTaker<?>> of(ImportKind kind) {
        return Optional.ofNullable(takers.get(kind));
    }

    @SuppressWarnings("unchecked") // the type is what it is found by
    private static <F extends StoreFact> Optional<FactTaker<F>> owner(
            ObjectProvider<FactTaker<?>> owners, Class<F> type) {
        return owners.stream()
                .filter(owner -> owner.factType().equals(type))
                .map(owner -> (FactTaker<F>) owner)
                .findFirst();
    }
}
