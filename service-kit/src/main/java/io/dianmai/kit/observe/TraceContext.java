package io.dianmai.kit.observe;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a trace from one process to the next inside of events, as W3C {@code traceparent}. */
public final class TraceContext {
    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    TraceContext(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The {@code traceparent} of the work under way; absent when nothing is traced. */
    public @Nullable String currentTraceParent() {
        var current = tracer.currentTraceContext().context();
        if (current == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(current, carrier, (headers, name, value) -> {
            if (headers != null) {
                headers.put(name, value);
            }
        });
        return carrier.get(TRACEPARENT);
    }

    /**
     * Does some work in a span of its own.
     *
     * @param parentTraceParent the trace that it goes on with; without a readable one it belongs to the work under way, or
     *     begins a trace
     */
    public <T> T inSpan(String name, @Nullable String parentTraceParent, Supplier<T> work) {
        Map<String, String> carrier = parentTraceParent == null ? Map.of() : Map.of(TRACEPARENT, parentTraceParent);
        Span span = propagator.extract(carrier, Map::get).name(name).start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException | Error failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }
}
