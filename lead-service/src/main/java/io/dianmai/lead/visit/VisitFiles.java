package io.dianmai.lead.visit;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.lead.lead.OpenedCustomers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The visits at which a customer left the phone. */
@Component
class VisitFiles implements CustomerFiles {
    private final Visits visits;
    private final VisitorCards cards;
    private final OpenedCustomers opened;

    VisitFiles(Visits visits, VisitorCards cards, OpenedCustomers opened) {
        this.visits = visits;
        this.cards = cards;
        this.opened = opened;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return of(customer).stream()
                .map(visit -> new HeldFile(
                        "visit",
                        visit.id(),
                        visit.storeId(),
                        Map.of("customer", opened.open(cards.find(visit.id())), "visit", VisitView.of(visit))))
                .toList();
    }

    @Override
    public int erase(Customer customer) {
        List<Stored<Visit>> found = of(customer);
        for (Stored<Visit> visit : found) {
            cards.forget(visit.id(), visit.storeId(), customer.phoneHash());
            var _ = visits.erase(visit.id());
        }
        return found.size();
    }

    private List<Stored<Visit>> of(Customer customer) {
        Criteria samePhone = Criteria.where(Visits.PHONE_HASH).is(customer.phoneHash());
        try (Stream<Stored<Visit>> all = visits.stream(samePhone)) {
            return all.filter(visit -> customer.isAt(visit.storeId()))
                    .filter(visit -> !visit.state().visitedAt().isAfter(customer.until()))
                    .toList();
        }
    }
}
