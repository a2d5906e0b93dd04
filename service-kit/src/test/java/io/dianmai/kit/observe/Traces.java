package io.dianmai.kit.observe;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** Traces for tests that are about something else. */
public final class Traces {
    /** Nothing is traced. */
    public static final TraceContext NONE = new TraceContext(Tracer.NOOP, Propagator.NOOP);

    private Traces() {}
}
