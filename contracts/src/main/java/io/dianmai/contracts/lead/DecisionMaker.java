package io.dianmai.contracts.lead;

/**
 * 决策人: who decides about the purchase.
 */
public enum DecisionMaker {
    SELF,
    PARTNER,
    FAMILY,
    COMPANY,
    OTHER
}
