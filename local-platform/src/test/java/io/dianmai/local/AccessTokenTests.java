package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTests {
    @TempDir
    Path folder;

    private Settings settings;
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        settings = Settings.onFreePorts(folder, folder);
        Files.writeString(settings.signIns(), """
                {"people":[{"username":"hq","password":"p","name":"王","role":"GROUP_HQ"}],
                 "clients":[{"clientId":"sh01","secret":"s","storeId":"SH01"}]}
                """);
        int port = settings.ports().of(Service.GATEWAY);
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        gateway.createContext("/oauth2/token", exchange -> answer(exchange, "Basic c2gwMTpz", "of-store"));
        gateway.createContext("/api/token", exchange -> answer(exchange, "Basic aHE6cA==", "of-person"));
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void asksForAStoreSystemByItsCredentials() {
        assertThat(new AccessToken(settings).of("sh01")).isEqualTo("of-store");
    }

    @Test
    void asksForAPersonByPassword() {
        assertThat(new AccessToken(settings).of("hq")).isEqualTo("of-person");
    }

    @Test
    void namesTheSignInsThereAre() {
        assertThatThrownBy(() -> new AccessToken(settings).of("nobody"))
                .hasMessage("there is no sample sign-in nobody");
    }

    @Test
    void saysThatTheGatewayIsDown() {
        gateway.stop(0);

        assertThatThrownBy(() -> new AccessToken(settings).of("hq")).hasMessageContaining("does not answer");
    }

    private static void answer(HttpExchange exchange, String expected, String token) throws IOException {
        boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = "{\"access_token\":\"%s\"}".formatted(token).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
