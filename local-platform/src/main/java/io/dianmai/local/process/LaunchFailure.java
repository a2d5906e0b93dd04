package io.dianmai.local.process;

import java.util.List;

/** Something could not be started: one line that says what, what to do about it, and the last lines of the log that show it. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;
    private final transient List<String> evidence;

    public LaunchFailure(String problem, String advice) {
        this(problem, advice, List.of());
    }

    public LaunchFailure(String problem, String advice, List<String> evidence) {
        super(problem);
        this.advice = advice;
        this.evidence = List.copyOf(evidence);
    }

    public String advice() {
        return advice;
    }

    public List<String> evidence() {
        return evidence;
    }
}
