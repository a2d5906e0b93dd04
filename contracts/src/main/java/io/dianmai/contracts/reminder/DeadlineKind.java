package io.dianmai.contracts.reminder;

/** What can lapse. */
public enum DeadlineKind {
    /** 首次响应 */
    FIRST_RESPONSE,
    /** 跟进 */
    FOLLOW_UP,
    /** 15/30/60 天跟踪 of a digital lead that has not visited. */
    STAGE_15_30_60,
    /** 一个月无有效跟进 */
    LEAD_IDLE,
    /** 公海客户回访 */
    POOL_REVISIT,
    /** 战败激活 */
    LOST_REACTIVATION,
    /** 订金客户每周联系 */
    DEPOSIT_CONTACT,
    /** 预计付款 */
    PAYMENT_EXPECTED,
    /** 预计交付 */
    DELIVERY_EXPECTED,
    /** 投诉30分钟响应 */
    COMPLAINT_RESPONSE,
    /** 投诉24小时解决 */
    COMPLAINT_RESOLUTION,
    /** 承诺交车 */
    HANDOVER_PROMISED,
    /** 续保联系 */
    RENEWAL_CONTACT,
    /** 保养到期 */
    MAINTENANCE_DUE,
    /** 客户流失 */
    CUSTOMER_LAPSE,
    /** 索赔超期 */
    WARRANTY_CLAIM_AGEING,
    /** A store has not been heard for longer than usual. */
    STORE_SILENT
}
