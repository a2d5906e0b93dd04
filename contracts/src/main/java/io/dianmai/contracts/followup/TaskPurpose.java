package io.dianmai.contracts.followup;

/** Why somebody must be contacted. */
public enum TaskPurpose {
    /** 首次响应 */
    FIRST_RESPONSE,
    /** 跟进 by the cadence of the lead's level. */
    CADENCE,
    /** A contact agreed with the customer. */
    AGREED,
    /** Day 15, 30 or 60 of a digital lead without a visit. */
    STAGE_REVIEW,
    /** Weekly while there is an order. */
    DEPOSIT_CONTACT,
    /** A lead that was in the company pool. */
    POOL_REVISIT,
    /** 战败激活: a lost customer, once a quarter. */
    REACTIVATION
}
