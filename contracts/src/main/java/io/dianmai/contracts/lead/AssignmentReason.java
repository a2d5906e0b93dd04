package io.dianmai.contracts.lead;

/** Why a lead changed hands. */
public enum AssignmentReason {
    /** Stated by a store system or a person. */
    MANUAL,
    /** Dealt by the store's rule. */
    RULE,
    /** The first response lapsed. */
    RESPONSE_LAPSED
}
