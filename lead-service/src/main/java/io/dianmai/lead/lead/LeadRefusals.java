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
            "A lead with an order stays at the level of orders until it is delivered or lost, or the order taken back.");
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
