package io.dianmai.contracts.lead;

/**
 * 购车时间: when the customer means to buy.
 */
public enum PurchaseTime {
    WITHIN_A_WEEK,
    WITHIN_A_MONTH,
    WITHIN_THREE_MONTHS,
    WITHIN_SIX_MONTHS,
    LATER
}
