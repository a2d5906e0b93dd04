package io.dianmai.contracts.reminder;

/** What can lapse. */
public enum DeadlineKind {
    /** 首次响应 */
    FIRST_RESPONSE,
    /** 跟进 */
    FOLLOW_UP,
    /** 投诉30分钟响应 */
    COMPLAINT_RESPONSE,
    /** 投诉24小时解决 */
    COMPLAINT_RESOLUTION,
    /** 承诺交车 */
    HANDOVER_PROMISED,
    /** A store has not been heard for longer than usual. */
    STORE_SILENT
}
