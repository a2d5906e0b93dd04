package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.lead.deal.Deal;
import org.jspecify.annotations.Nullable;

/** A lead with something changed. */
final class LeadDraft {
    private final Lead before;
    private CustomerClass customerClass;
    private MaskedCustomer customer;
    private LeadDimensions dimensions;
    private @Nullable Grade grade;
    private Progress progress;
    private @Nullable Activity activity;
    private @Nullable Recalled recalled;
    private @Nullable Outlook outlook;
    private @Nullable Hands hands;
    private @Nullable Card card;
    private @Nullable Deal deal;

    LeadDraft(Lead before) {
        this.before = before;
        customerClass = before.customerClass();
        customer = before.customer();
        dimensions = before.dimensions();
        grade = before.grade();
        progress = before.progress();
        activity = before.activity();
        recalled = before.recalled();
        outlook = before.outlook();
        hands = before.hands();
        card = before.card();
        deal = before.deal();
    }

    LeadDraft customer(CustomerClass nextClass, MaskedCustomer next) {
        customerClass = nextClass;
        customer = next;
        return this;
    }

    LeadDraft dimensions(LeadDimensions next) {
        dimensions = next;
        return this;
    }

    LeadDraft grade(@Nullable Grade next) {
        grade = next;
        return this;
    }

    LeadDraft progress(Progress next) {
        progress = next;
        return this;
    }

    LeadDraft activity(@Nullable Activity next) {
        activity = next;
        return this;
    }

    LeadDraft recalled(@Nullable Recalled next) {
        recalled = next;
        return this;
    }

    LeadDraft outlook(Outlook next) {
        outlook = next;
        return this;
    }

    LeadDraft hands(Hands next) {
        hands = next;
        return this;
    }

    LeadDraft card(Card next) {
        card = next;
        return this;
    }

    LeadDraft deal(@Nullable Deal next) {
        deal = next;
        return this;
    }

    Lead lead() {
        return new Lead(
                before.reference(),
                customerClass,
                customer,
                before.registeredAt(),
                dimensions,
                grade,
                progress,
                activity,
                recalled,
                outlook,
                hands,
                card,
                deal);
    }
}
