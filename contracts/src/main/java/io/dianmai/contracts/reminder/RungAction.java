package io.dianmai.contracts.reminder;

/** What the owning service does when it hears of a rung, besides that people hear of it. */
public enum RungAction {
    NOTIFY,
    MARK_OVERDUE,
    REASSIGN,
    /** Takes the lead back into the company pool. */
    RECALL
}
