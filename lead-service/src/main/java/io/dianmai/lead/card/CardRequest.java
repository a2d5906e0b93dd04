package io.dianmai.lead.card;

import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.lead.lead.CardCommand.CardChange;
import io.dianmai.lead.lead.ConsentGiven;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Body of a request that changes a card: what is absent, in {@code interest} too, stays as it is. */
record CardRequest(
        @Nullable CustomerClass customerClass,
        @Nullable @Size(max = 100) String customerName,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 40) String idNumber,
        @Nullable @Valid Interest interest,
        @Nullable @Valid ConsentGiven consent,
        @Nullable Instant time) {

    CardChange change(MaskedCustomer customer) {
        return new CardChange(customerClass, customer, interest, consent == null ? null : consent.consent());
    }
}
