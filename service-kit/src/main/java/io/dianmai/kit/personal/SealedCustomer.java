package io.dianmai.kit.personal;

import io.dianmai.contracts.lead.MaskedCustomer;
import org.jspecify.annotations.Nullable;

/** A customer's sealed name and phone, either of which may be unknown. */
public record SealedCustomer(
        @Nullable SealedText name, @Nullable SealedText phone) {
    /**
     * Of the sealed strings in a fact.
     *
     * @throws IllegalArgumentException when one is not sealed, which the gateway never lets happen
     */
    public static SealedCustomer parse(@Nullable String name, @Nullable String phone) {
        return new SealedCustomer(
                name == null ? null : SealedText.parse(name), phone == null ? null : SealedText.parse(phone));
    }

    /** As much of it as an event may show. */
    public MaskedCustomer masked() {
        return new MaskedCustomer(
                name == null ? null : name.masked(),
                phone == null ? null : phone.masked(),
                phone == null ? null : phone.hash());
    }
}
