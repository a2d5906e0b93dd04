package io.dianmai.contracts.lead;

/**
 * Why a lead that was lost is open again.
 */
public enum ReopenReason {
    /** The customer registered again. */
    REGISTERED_AGAIN,
    /** 战败激活: somebody won the customer back. */
    REACTIVATED
}
