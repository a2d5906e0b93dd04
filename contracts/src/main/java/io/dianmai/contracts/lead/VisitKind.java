package io.dianmai.contracts.lead;

/** How a party reached the store. */
public enum VisitKind {
    /** 来店 */
    WALK_IN,
    /** 来电 */
    CALL
}
