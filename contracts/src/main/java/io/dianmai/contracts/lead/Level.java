package io.dianmai.contracts.lead;

/** 级别 of a lead, hottest first. */
public enum Level {
    /** 订单: ordered, deposit taken. */
    O,
    /** 高: expected to close within days, in schemes that have it. */
    H,
    /** Expected to close within a month. */
    A,
    /** Expected to close within three months. */
    B,
    /** Expected to close within six months. */
    C;

    /** Whether this level is hotter than {@code other}. */
    public boolean hotterThan(Level other) {
        return compareTo(other) < 0;
    }
}
