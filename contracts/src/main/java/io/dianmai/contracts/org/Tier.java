package io.dianmai.contracts.org;

/** 店别. */
public enum Tier {
    /** 中端 */
    MID,
    /** 高端 */
    PREMIUM
}
