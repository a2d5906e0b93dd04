package io.dianmai.kpi.delivery;

/** What a notice tells of. */
public enum NoticeKind {
    /** One rung of one deadline. */
    REMINDER,
    /** Many rungs of one store that came due together. */
    DIGEST,
    /** Nothing has lapsed: somebody tries out a target. Its event is a made-up reminder. */
    TEST
}
