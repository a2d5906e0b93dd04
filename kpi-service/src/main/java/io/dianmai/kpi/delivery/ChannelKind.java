package io.dianmai.kpi.delivery;

/** By what way reminders leave. */
public enum ChannelKind {
    WEBHOOK,
    MAIL,
    /** 企业微信 */
    WECOM,
    /** 钉钉 */
    DINGTALK,
    /** 飞书 */
    FEISHU
}
