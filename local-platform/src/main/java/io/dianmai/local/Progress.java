package io.dianmai.local;

import java.io.PrintStream;

/** One line per step, with the seconds since the command began. */
final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void step(String what) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
    }

    synchronized void say(String text) {
        out.println(text);
    }
}
