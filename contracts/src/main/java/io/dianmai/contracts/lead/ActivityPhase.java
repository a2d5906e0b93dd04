package io.dianmai.contracts.lead;

/**
 * Phase of a market activity (活动阶段).
 */
public enum ActivityPhase {
    /** 预热 */
    BEFORE,
    /** 进行 */
    MAIN,
    /** 跟进 */
    AFTER,
    CLOSED
}
