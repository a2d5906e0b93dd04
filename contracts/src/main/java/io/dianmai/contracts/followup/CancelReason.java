package io.dianmai.contracts.followup;

/** Why a task went away without being done. */
public enum CancelReason {
    /** Another task of the same lead took its place. */
    REPLACED,
    DELIVERED,
    LOST,
    /** The lead went back to the company. */
    RECALLED,
    /** The lead was merged into another one. */
    MERGED
}
