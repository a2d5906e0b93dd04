package io.dianmai.kpi.delivery.message;

/** What a message tells of; it decides what its template may name. */
public enum MessageShape {
    /** One rung that fired. */
    REMINDER,
    /** Many rungs of one store that came due together. */
    DIGEST,
    /** Several notices in one message, after quiet hours or where a channel takes no more messages. */
    BUNDLE
}
