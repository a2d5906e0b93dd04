package io.dianmai.contracts.lead;

/** Why a lead changed hands. */
public enum AssignmentReason {
    /** Stated by a store system or a person. */
    MANUAL,
    /** Dealt by the store's rule. */
    RULE,
    /** The first response lapsed. */
    RESPONSE_LAPSED,
    /** A later contact lapsed. */
    CONTACT_LAPSED,
    /** Its advisor left, and somebody handed over the work. */
    LEAVER,
    /** 认领: taken from the pool. */
    CLAIMED,
    /** Dealt from the pool. */
    SHARED_OUT,
    /** 拒收: whoever had it did not want it. */
    REFUSED
}
