package io.dianmai.local.sample;

import java.io.PrintStream;

/** Says how far the history was told and how fast that goes. */
final class FeedProgress {
    private final int all;
    private final int toldBefore;
    private final long begun = System.nanoTime();
    private final PrintStream out;

    FeedProgress(int all, int toldBefore, PrintStream out) {
        this.all = all;
        this.toldBefore = toldBefore;
        this.out = out;
    }

    void told(int count) {
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        out.printf(
                "history %3d %%  %,d of %,d facts, %,.0f/s%n",
                100L * count / all, count, all, (count - toldBefore) / seconds);
    }
}
