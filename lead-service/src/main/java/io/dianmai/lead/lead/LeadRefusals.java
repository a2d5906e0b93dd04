package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Refusal;

/** Why leads refuse commands. */
final class LeadRefusals {
    static final Refusal NOT_FOUND =
            Refusal.notFound("lead-not-found", "The store has no such lead. Register it first.");
    static final Refusal ALREADY_REGISTERED = Refusal.conflict(
            "lead-already-registered", "The store has this lead already. Change it instead of registering it again.");
    static final Refusal CLOSED =
            Refusal.conflict("lead-closed", "The lead was delivered or lost; only visits are still taken down.");
    static final Refusal MERGED = Refusal.conflict(
            "lead-merged", "The lead was merged into another one, see mergedInto. Change that one instead.");
    static final Refusal ERASED = Refusal.conflict(
            "customer-erased",
            "The customer was erased at their own wish. Put them on file anew, under another reference.");
    static final Refusal NOT_TO_BE_JOINED = Refusal.conflict(
            "lead-not-joined", "The customer's lead was closed at the same moment. Register once more.");
    static final Refusal MERGE_INTO_ITSELF =
            Refusal.invalid("merge-into-itself", "A lead cannot be merged into itself. Name the other one.");
    static final Refusal MERGE_INTO_CLOSED = Refusal.conflict(
            "merge-into-closed", "The other lead was delivered, lost or merged itself. Name one that goes on.");
    static final Refusal MERGE_ACROSS_STORES =
            Refusal.invalid("merge-across-stores", "Only leads of one store can be merged.");
    static final Refusal ORDERED_GOES_ON = Refusal.conflict(
            "ordered-lead-goes-on",
            "A lead with an order goes on. Merge the other one into it; if both have one, cancel one first.");
    static final Refusal BUDGET_BACKWARDS =
            Refusal.invalid("budget-range-backwards", "The budget ends before it begins: budgetFrom is over budgetTo.");
    static final Refusal CONSENT_IN_FUTURE =
            Refusal.invalid("consent-in-future", "Consent cannot be given in the future. Check givenAt.");
    static final Refusal PHONE_ON_FILE = Refusal.conflict(
            "phone-on-file", "Another lead of the store has this phone. If both are one customer's, merge them.");
    static final Refusal ADVISOR_NOT_AT_STORE = Refusal.invalid(
            "advisor-not-at-store", "The advisor does not work at the store on that day. Name somebody who does.");
    static final Refusal NOTHING_TO_GRADE =
            Refusal.invalid("nothing-to-grade", "Name the criteria that are met, or a level with a reason.");
    static final Refusal OVERRIDE_NEEDS_REASON = Refusal.invalid(
            "override-needs-reason", "A level other than the criteria give needs a reason that a manager can read.");
    static final Refusal LEVEL_NOT_IN_SCHEME = Refusal.invalid(
            "level-not-in-scheme", "The store's level scheme has no such level. See GET /api/lead-policies.");
    static final Refusal ORDERED_STAYS_O = Refusal.conflict(
            "lead-ordered",
            "A lead with an order stays at the level of orders until it is delivered or lost, or the order taken"
                    + " back.");
    static final Refusal TEST_DRIVE_BACKWARDS =
            Refusal.invalid("test-drive-ends-before-start", "A test drive cannot end before it starts.");
    static final Refusal TEST_DRIVE_TOO_LONG =
            Refusal.invalid("test-drive-too-long", "A test drive takes a day at the most. Check both times.");
    static final Refusal ALREADY_ORDERED =
            Refusal.conflict("lead-already-ordered", "The lead has an order. A second car is a lead of its own.");
    static final Refusal NOT_ORDERED =
            Refusal.conflict("lead-not-ordered", "The lead has no order. State the order first.");
    static final Refusal OTHER_ORDER =
            Refusal.conflict("order-mismatch", "The lead has another order than the one named.");
    static final Refusal ORDER_CANCELLED = Refusal.conflict(
            "order-cancelled", "This order was cancelled already. A new order needs a reference of its own.");
    static final Refusal ORDER_NOT_KEPT = Refusal.conflict(
            "order-not-kept",
            "The order was signed before orders could be cancelled, so what it counted for is not on file.");

    static final Refusal ORDERED_STAYS = Refusal.conflict(
            "ordered-lead-stays", "A lead with an order does not go to the pool. Give it to another advisor instead.");

    static final Refusal NOBODY_KNOWN = Refusal.invalid(
            "nobody-known-at-store", "The registry has not told who works at the store. Name who takes over.");

    private LeadRefusals() {}
}
