package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.MaskedCustomer;
import org.jspecify.annotations.Nullable;

/** What can be asked of a lead's card, and of leads that are one customer's. */
public sealed interface CardCommand extends LeadCommand {

    /** The card says something else; what is absent, in interest and customer too, stays as it is. */
    record CardChange(
            @Nullable CustomerClass customerClass,
            MaskedCustomer customer,
            @Nullable Interest interest,
            @Nullable Consent consent)
            implements CardCommand {}

    /** 撞单: a registration of a phone that the lead owns. If the lead never came about, it does now. */
    record RegistrationAgain(Registration told) implements CardCommand {}

    /**
     * 并档: this lead is the same customer's as another one, which goes on.
     *
     * @param sameStore whether the other one is of the same store
     * @param intoOpen whether the other one is open
     */
    record Merge(String into, boolean sameStore, boolean intoOpen) implements CardCommand {}

    /** Another lead was merged into this one. */
    record Absorption(String from) implements CardCommand {}
}
