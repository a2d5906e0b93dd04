package io.dianmai.contracts.lead;

/** 级别 of a lead, hottest first. */
public enum Level {
    /** 订单: ordered, deposit taken. */
    O,
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
