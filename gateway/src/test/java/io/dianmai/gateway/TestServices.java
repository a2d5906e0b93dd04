package io.dianmai.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Behind the gateway: a service that answers with what it was asked, in place of lead-service; the others are down. */
public final class TestServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A request as it arrived. */
    public record Arrived(String method, String path, TreeMap<String, String> headers, int bodyLength) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String nowhere = "http://127.0.0.1:" + unusedPort();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test services",
                        Map.of(
                                "dianmai.routes.lead",
                                        "http://127.0.0.1:"
                                                + Echo.SERVER.getAddress().getPort(),
                                "dianmai.routes.followup", nowhere,
                                "dianmai.routes.aftersales", nowhere,
                                "dianmai.routes.kpi", nowhere)));
    }

    /** One for all contexts, ended with the JVM. */
    private static final class Echo {
        static final HttpServer SERVER = start();

        private static HttpServer start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", TestServices::echo);
                server.start();
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        var arrived = new Arrived(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes().length);
        byte[] answer = MAPPER.writeValueAsString(arrived).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("/teapot") ? 418 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
