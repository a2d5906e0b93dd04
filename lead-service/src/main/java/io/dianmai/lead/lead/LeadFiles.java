package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneOwners;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * The leads and cards of one customer. Whose phone it is now and was says the book of phones; leads that it has lost sight
 * of are looked for in all of them. Leads that were merged are one customer's.
 */
@Component
class LeadFiles implements CustomerFiles {
    private final Leads leads;
    private final CustomerCards cards;
    private final PhoneClaims claims;
    private final OpenedCustomers opened;
    private final Clock clock;

    LeadFiles(Leads leads, CustomerCards cards, PhoneClaims claims, OpenedCustomers opened, Clock clock) {
        this.leads = leads;
        this.cards = cards;
        this.claims = claims;
        this.opened = opened;
        this.clock = clock;
    }

    @Override
    public Customer trace(Customer known) {
        Deque<Stored<Lead>> open = new ArrayDeque<>(ofPhone(known));
        Set<String> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Stored<Lead> lead = open.poll();
            if (known.isAt(lead.storeId()) && isOf(known, lead) && found.add(lead.id())) {
                related(lead.state()).forEach(id -> leads.find(id).ifPresent(open::add));
            }
        }
        return known.withLeads(found);
    }

    private List<Stored<Lead>> ofPhone(Customer known) {
        List<String> claimed =
                claims.find(known.phoneHash()).map(PhoneOwners::leadIds).orElse(List.of());
        Criteria samePhone = Criteria.where(Leads.PHONE_HASH).is(known.phoneHash());
        try (Stream<Stored<Lead>> all = leads.stream(samePhone)) {
            return Stream.concat(
                            leads.find(claimed).stream()
                                    .filter(lead -> known.phoneHash()
                                            .equals(lead.state().customer().phoneHash())),
                            all)
                    .toList();
        }
    }

    private static boolean isOf(Customer known, Stored<Lead> lead) {
        return !lead.state().registeredAt().isAfter(known.until());
    }

    private static Stream<String> related(Lead lead) {
        return Stream.concat(
                lead.absorbed().stream(), Stream.ofNullable(lead.cardOrEmpty().mergedInto()));
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return leads.find(customer.leadIds()).stream()
                .map(lead -> new HeldFile("lead", lead.id(), lead.storeId(), opened.of(lead, cards.find(lead.id()))))
                .toList();
    }

    /** The phone is free first, so that the customer may come anew at any moment. */
    @Override
    public int erase(Customer customer) {
        int erased = 0;
        for (String id : customer.leadIds()) {
            SealedCustomer card = cards.find(id);
            if (card.phone() != null) {
                claims.forget(card.phone().hash(), id);
            }
            boolean changed = leads.erase(id, clock.instant());
            boolean hadCard = cards.forget(id);
            claims.forget(customer.phoneHash(), id);
            erased += changed || hadCard ? 1 : 0;
        }
        return erased;
    }
}
