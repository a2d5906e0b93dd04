package io.dianmai.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The stream over real connections. */
@Timeout(60)
class StreamControllerTests {
    private static final int STREAMS = 200;

    private static ConfigurableApplicationContext server;
    private static LiveHub hub;

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(StreamServer.class)
                .properties("server.port=0", "spring.threads.virtual.enabled=true")
                .run();
        hub = server.getBean(LiveHub.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void leavesNothingBehindWhenClientsLeave() throws IOException {
        Awaitility.await().until(() -> hub.streams() == 0);
        List<Socket> clients = new ArrayList<>();
        try {
            for (int client = 0; client < STREAMS; client++) {
                clients.add(connect());
            }
            for (Socket client : clients) {
                assertThat(lineOf(client, "event: ")).isEqualTo("event: snapshot");
            }
            assertThat(hub.streams()).isEqualTo(STREAMS);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> hub.streams() == 0);
    }

    @Test
    void sendsAnEventAtOnceAndHeartbeatsAfter() throws IOException {
        try (Socket client = connect()) {
            var lines = reader(client);
            assertThat(until(lines, "event: ")).isEqualTo("event: snapshot");
            hub.publish(new LiveEvent.Row("s1", LocalDate.now(ZoneOffset.UTC), Map.of("orders", 1L)));
            assertThat(until(lines, "event: ")).isEqualTo("event: kpi-row");
            assertThat(until(lines, ":")).isEqualTo(": ");
        }
    }

    private static Socket connect() throws IOException {
        int port = Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String lineOf(Socket client, String prefix) throws IOException {
        return until(reader(client), prefix);
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String until(BufferedReader lines, String prefix) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(prefix)) {
                return line;
            }
        }
        throw new IOException("the stream ended");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class StreamServer implements WebMvcConfigurer {
        private static final StreamSettings SETTINGS =
                new StreamSettings(Duration.ofMillis(100), Duration.ofMinutes(1), STREAMS, 100, 100);

        @Bean
        LiveHub liveHub() {
            return new LiveHub(_ -> ZoneOffset.UTC, Clock.systemUTC(), SETTINGS);
        }

        @Bean
        StreamController streamController(LiveHub liveHub) {
            return new StreamController(liveHub, SETTINGS);
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Headquarters());
        }
    }

    private static final class Headquarters implements HandlerMethodArgumentResolver {
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
            return new Viewer("hq", Set.of(Role.GROUP_HQ), StoreScope.of(Set.of("*")), "hq", null);
        }
    }
}
