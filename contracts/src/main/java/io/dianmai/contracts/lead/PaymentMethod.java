package io.dianmai.contracts.lead;

/**
 * 付款方式 that a customer has in mind.
 */
public enum PaymentMethod {
    CASH,
    /** 分期/贷款 */
    INSTALMENTS,
    /** 融资租赁 */
    LEASE
}
