package io.dianmai.gateway.ingest;

import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.ingest.limit.TestLimits;
import io.dianmai.kit.observe.TraceContext;
import io.dianmai.kit.personal.FactSealer;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.test.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The door with everything real but Kafka, the registry and the credential. */
final class Door {
    static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    static final String STORE = "hz-xihu";
    static final IngestSettings SETTINGS = new IngestSettings(
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(8),
            1000,
            DataSize.ofMegabytes(16),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Instant.parse("2000-01-01T00:00:00Z"),
            1000,
            Duration.ofMillis(300),
            Duration.ofMillis(100));

    final MockProducer<String, byte[]> producer;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final BytesInFlight bytes = new BytesInFlight(SETTINGS.maxBytesInFlight().toBytes());
    final TestLimits limits = new TestLimits(meters);
    Viewer sender = storeSystem(STORE);
    private final MockMvcTester mvc;

    Door() {
        this(new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
    }

    Door(MockProducer<String, byte[]> producer) {
        this.producer = producer;
        var schemas = new DataSchemas();
        var check = new EventCheck(
                schemas, sealer(), Set.of(STORE, "sh-pudong")::contains, new MutableClock(NOW), SETTINGS);
        var ingest = new Ingest(check, new RecentEvents(100), new FactLog(producer), SETTINGS);
        var controller = new StoreEventsController(
                ingest,
                SETTINGS,
                limits.clients(),
                bytes,
                new IngestMetrics(meters, bytes),
                bean(TraceContext.class, "observe.Observe"));
        mvc = MockMvcTester.create(standaloneSetup(controller, new FactSchemasController(schemas))
                .setCustomArgumentResolvers(new Sender())
                .build());
    }

    static Viewer storeSystem(String... stores) {
        return new Viewer("dms", Set.of(Role.STORE_SYSTEM), StoreScope.of(Set.of(stores)), null, "dms");
    }

    MvcTestResult structured(String event) {
        return post(ContentMode.STRUCTURED_TYPE, event);
    }

    MvcTestResult batch(String events) {
        return post(ContentMode.BATCH_TYPE, events);
    }

    MvcTestResult post(String contentType, String body) {
        return post(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    MvcTestResult post(String contentType, byte[] body, String... headers) {
        var request = mvc.post()
                .uri("/api/store-events")
                .header("Content-Type", contentType)
                .content(body);
        for (int name = 0; name < headers.length; name += 2) {
            request.header(headers[name], headers[name + 1]);
        }
        return request.exchange();
    }

    MvcTestResult dryRun(String event) {
        return mvc.post()
                .uri("/api/store-events?dry-run=true")
                .header("Content-Type", ContentMode.STRUCTURED_TYPE)
                .content(event)
                .exchange();
    }

    MvcTestResult get(String address) {
        return mvc.get().uri(address).exchange();
    }

    /** Everything that went to Kafka, as text. */
    String written() {
        var text = new StringBuilder();
        producer.history().forEach(record -> {
            text.append(new String(record.value(), StandardCharsets.UTF_8));
            record.headers().forEach(header -> text.append(header));
        });
        return text.toString();
    }

    static FactSealer sealer() {
        return bean(FactSealer.class, "personal.Personal");
    }

    private static <T> T bean(Class<T> type, String configuration) {
        var context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("dianmai.personal.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                .applyTo(context);
        try {
            context.register(Class.forName("io.dianmai.kit." + configuration + "AutoConfiguration"));
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException(moved);
        }
        context.refresh();
        return context.getBean(type);
    }

    private final class Sender implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class;
        }

        @Override
        public Viewer resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return sender;
        }
    }
}
