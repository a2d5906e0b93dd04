package io.dianmai.kit.personal;

import io.dianmai.contracts.lead.MaskedCustomer;
import org.jspecify.annotations.Nullable;

/** A customer's sealed name, phone and ID number, any of which may be unknown. */
public record SealedCustomer(
        @Nullable SealedText name,
        @Nullable SealedText phone,
        @Nullable SealedText idNumber) {
    /** Of whom no ID number is known. */
    public SealedCustomer(@Nullable SealedText name, @Nullable SealedText phone) {
        this(name, phone, null);
    }

    /**
     * Of the sealed strings in a fact.
     *
     * @throws IllegalArgumentException when one is not sealed, which the gateway never lets happen
     */
    public static SealedCustomer parse(@Nullable String name, @Nullable String phone) {
        return parse(name, phone, null);
    }

    /** As {@link #parse(String, String)}, with an ID number. */
    public static SealedCustomer parse(@Nullable String name, @Nullable String phone, @Nullable String idNumber) {
        return new SealedCustomer(sealed(name), sealed(phone), sealed(idNumber));
    }

    private static @Nullable SealedText sealed(@Nullable String text) {
        return text == null ? null : SealedText.parse(text);
    }

    /** As much of it as an event may show: of the ID number nothing. */
    public MaskedCustomer masked() {
        return new MaskedCustomer(
                name == null ? null : name.masked(),
                phone == null ? null : phone.masked(),
                phone == null ? null : phone.hash());
    }
}
