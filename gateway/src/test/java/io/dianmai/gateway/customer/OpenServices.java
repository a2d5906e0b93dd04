package io.dianmai.gateway.customer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dianmai.contracts.EventJson;
import io.dianmai.gateway.routing.RouteProperties;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.util.unit.DataSize;

/** In place of the services; they can be away. */
final class OpenServices implements AutoCloseable {
    private static final int AWAY = 503;

    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Set<String>>> erased = new ConcurrentHashMap<>();
    private final Map<String, HttpServer> servers = new ConcurrentHashMap<>();
    private final Clock clock;

    OpenServices(Clock clock) {
        this.clock = clock;
    }

    CustomerServices services(List<CustomerFiles> own) {
        var routes = new RouteProperties(
                address("lead"),
                address("followup"),
                address("aftersales"),
                address("kpi"),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1));
        return new CustomerServices(routes, own, token());
    }

    private GatewayToken token() {
        try {
            var keys = new JWKSet(new RSAKeyGenerator(2048).keyID("k1").generate());
            var issuer = AuthorizationServerSettings.builder()
                    .issuer("http://gateway.test")
                    .build();
            return new GatewayToken(new NimbusJwtEncoder(new ImmutableJWKSet<>(keys)), issuer, clock);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void goAway(String service) {
        away.add(service);
    }

    void comeBack(String service) {
        away.remove(service);
    }

    /** With which leads a service was asked to erase, each time. */
    List<Set<String>> erased(String service) {
        return erased.getOrDefault(service, List.of());
    }

    private URI address(String service) {
        HttpServer server = servers.computeIfAbsent(service, this::start);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private HttpServer start(String service) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/internal/customer-files/", exchange -> answer(service, exchange));
            made.start();
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(String service, HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        boolean here = !away.contains(service) && authorization != null && authorization.startsWith("Bearer ey");
        Customer customer = EventJson.MAPPER.readValue(exchange.getRequestBody().readAllBytes(), Customer.class);
        String path = exchange.getRequestURI().getPath();
        Object body = path.endsWith("/trace")
                ? customer.withLeads(Set.of("l1"))
                : path.endsWith("/erasure") ? erase(service, customer, here) : Map.of("files", List.of());
        byte[] bytes = EventJson.MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(here ? 200 : AWAY, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object erase(String service, Customer customer, boolean here) {
        if (here) {
            erased.computeIfAbsent(service, _ -> new CopyOnWriteArrayList<>()).add(customer.leadIds());
        }
        return Map.of("documents", 1);
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
    }
}
