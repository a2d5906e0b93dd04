package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.local.process.Child;
import java.io.IOException;

/** Signals that Java does not send by itself. */
enum Signal {
    /** Stands still, as a process does on a machine that swaps or sleeps. */
    STOP,
    /** Goes on. */
    CONT;

    void to(Child child) throws IOException, InterruptedException {
        long pid = child.process().orElseThrow().pid();
        Process kill = new ProcessBuilder("kill", "-" + this, Long.toString(pid))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
