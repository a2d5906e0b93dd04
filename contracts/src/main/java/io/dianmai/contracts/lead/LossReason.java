package io.dianmai.contracts.lead;

/** 战败原因: the six groups. */
public enum LossReason {
    /** Price or the moment of the quote. */
    PRICE,
    /** Needs were not explored. */
    NEEDS,
    PRODUCT,
    /** Stock or delivery time. */
    STOCK,
    /** Finance or trade-in. */
    FINANCE,
    /** Service or contact. */
    SERVICE
}
