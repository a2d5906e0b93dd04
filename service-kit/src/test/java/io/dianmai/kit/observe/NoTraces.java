package io.dianmai.kit.observe;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** For tests of what carries traces when there are any. */
public final class NoTraces {
    private NoTraces() {}

    public static TraceContext get() {
        return new TraceContext(Tracer.NOOP, Propagator.NOOP);
    }
}
