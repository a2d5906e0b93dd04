package io.dianmai.contracts.lead;

/** Why a lead went back to the company. */
public enum RecallReason {
    /** No effective contact for too long. */
    IDLE,
    /** A manager took it back. */
    MANAGER,
    /** Its advisor left. */
    LEAVER
}
