package io.dianmai.contracts.lead;

/** Why a lead went back to the company. */
public enum RecallReason {
    /** No effective contact for too long. */
    IDLE,
    /** A manager took it back. */
    MANAGER,
    /** Its advisor left. */
    LEAVER,
    /** 退回: its advisor gave it back. */
    RETURNED,
    /** 拒收: its advisor did not want it, and there was nobody else. */
    REFUSED
}
