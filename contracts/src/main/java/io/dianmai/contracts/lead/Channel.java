package io.dianmai.contracts.lead;

/** 渠道: where a customer came from. */
public enum Channel {
    /** 来店 */
    WALK_IN,
    /** 来电 */
    PHONE,
    /** 线上 */
    WEB,
    /** 展示会/车展 */
    EVENT,
    /** 转介绍 */
    REFERRAL,
    /** 保有基盘 */
    REPEAT_OWNER,
    /** 特定开拓 */
    OUTREACH,
    VIP,
    /** 内部情报 */
    INTERNAL_TIP,
    /** 同业 */
    FELLOW_TRADER
}
