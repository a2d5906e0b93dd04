package io.dianmai.contracts.lead;

/** 客户类别. */
public enum CustomerClass {
    /** 意向 */
    PROSPECT,
    /** 他厂牌保有 */
    OTHER_BRAND_OWNER,
    /** 战败 */
    LOST,
    /** 转介 */
    REFERRED,
    /** 自销保有 */
    OWN_SOLD_OWNER,
    /** 他销保有 */
    OTHER_SOLD_OWNER,
    VIP
}
