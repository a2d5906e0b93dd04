package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.personal.SealedText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what is sealed of a customer: for those who may see it, and for the customer. */
@Component
public class OpenedCustomers {
    private final PersonalDataSealer sealer;

    OpenedCustomers(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    /** A customer in clear. */
    public record Opened(
            @Nullable String customerName,
            @Nullable String phone,
            @Nullable String idNumber) {
        /** Keeps it out of logs. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** What is known of him, in clear. */
    public Opened open(SealedCustomer customer) {
        return new Opened(open(customer.name()), open(customer.phone()), open(customer.idNumber()));
    }

    /** A lead as its customer may see it: all that its view shows, with the card in clear. */
    Map<String, ?> of(Stored<Lead> lead, SealedCustomer card) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("customer", open(card));
        content.put("lead", LeadView.of(lead));
        return content;
    }

    private @Nullable String open(@Nullable SealedText sealed) {
        return sealed == null ? null : sealer.unseal(sealed);
    }
}
