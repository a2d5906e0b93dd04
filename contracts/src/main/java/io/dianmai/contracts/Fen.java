package io.dianmai.contracts;

/** 分: whole hundredths of a yuan, the unit of all money on the wire. */
public final class Fen {
    /** A billion yuan: no single deal or job comes near it, a slipped finger does, and sums of these fit a long. */
    public static final long MAX = 100_000_000_000L;

    private Fen() {}
}
