package io.dianmai.contracts.followup;

/** 跟进结果. Which results are an effective contact (有效跟进) is a policy of followup-service. */
public enum ContactResult {
    CONNECTED,
    AGREED_NEXT_STEP,
    CAME_TO_STORE,
    NO_ANSWER,
    WRONG_NUMBER,
    REFUSED,
    /** Sent by a machine: never stops a clock. */
    AUTOMATIC_REPLY
}
