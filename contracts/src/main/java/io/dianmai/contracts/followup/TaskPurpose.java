package io.dianmai.contracts.followup;

/** Why somebody must be contacted. */
public enum TaskPurpose {
    /** 首次响应 */
    FIRST_RESPONSE,
    /** 跟进 by the cadence of the lead's level. */
    CADENCE,
    /** A contact agreed with the customer. */
    AGREED
}
