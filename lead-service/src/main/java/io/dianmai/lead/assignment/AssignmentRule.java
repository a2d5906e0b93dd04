package io.dianmai.lead.assignment;

/** 分配规则: which of those who may get a lead gets it. */
public enum AssignmentRule {
    /** 轮流: whoever was given a lead longest ago. */
    ROUND_ROBIN,
    /** Whoever has the fewest open leads; of several the one whose turn it is. */
    LEAST_BUSY,
    /** Whom the id of the lead points at: even over many leads, and nothing has to be counted. */
    BY_HASH
}
