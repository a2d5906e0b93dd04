package io.dianmai.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class TraceContextTests {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TraceContext traces = traced();

    @Test
    void goesOnWithTheTraceOfTheParentInASpanOfItsOwn() {
        String inside = traces.inSpan("handle", PARENT, traces::currentTraceParent);
        assertThat(inside)
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-01")
                .isNotEqualTo(PARENT);
        assertThat(traces.currentTraceParent()).isNull();
    }

    @Test
    void beginsATraceWithoutAParentOrWithAnUnreadableOne() {
        assertThat(traces.inSpan("handle", null, traces::currentTraceParent)).startsWith("00-");
        assertThat(traces.inSpan("handle", "rubbish", traces::currentTraceParent))
                .startsWith("00-");
    }

    @Test
    void endsTheSpanOfWorkThatFails() {
        assertThatThrownBy(() -> traces.inSpan("handle", PARENT, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(traces.currentTraceParent()).isNull();
    }

    @Test
    void doesTheWorkWhenTracingIsOff() {
        TraceContext off = new TraceContext(Tracer.NOOP, Propagator.NOOP);
        assertThat(off.inSpan("handle", PARENT, () -> "done")).isEqualTo("done");
        assertThat(off.currentTraceParent()).isNull();
    }

    private static TraceContext traced() {
        var otel = SdkTracerProvider.builder().build().get("test");
        var propagators = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        return new TraceContext(
                new OtelTracer(otel, new OtelCurrentTraceContext(), _ -> {}), new OtelPropagator(propagators, otel));
    }
}
