package io.dianmai.contracts.reminder;

/** What the owning service does when it hears of a rung. */
public enum RungAction {
    NOTIFY,
    MARK_OVERDUE,
    REASSIGN
}
