package io.dianmai.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is being served when a service is told to stop gets the answer. */
class GracefulStopTests {
    private static final CountDownLatch ENTERED = new CountDownLatch(1);
    private static final CountDownLatch MAY_LEAVE = new CountDownLatch(1);

    @TestConfiguration(proxyBeanMethods = false)
    @Import(Slow.class)
    static class SlowEdge extends EdgeApplication {}

    @RestController
    static class Slow {
        @GetMapping("/slow")
        String slow() throws InterruptedException {
            ENTERED.countDown();
            assertThat(MAY_LEAVE.await(20, TimeUnit.SECONDS)).isTrue();
            return "done";
        }
    }

    @Test
    void finishesRequestsInFlightAndTakesNoNewOnes() throws Exception {
        ConfigurableApplicationContext edge = start();
        int port = Integer.parseInt(edge.getEnvironment().getProperty("local.server.port", "0"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slow"))
                    .header("Authorization", TestTokens.bearer(TestTokens.staff("p7", "s1", Role.SALES_MANAGER)))
                    .build();
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
            assertThat(ENTERED.await(20, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(edge::close);
            await().until(() -> !accepts(port));
            assertThat(stopped).isNotDone();
            MAY_LEAVE.countDown();

            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
            stopped.get(20, TimeUnit.SECONDS);
        } finally {
            MAY_LEAVE.countDown();
            edge.close();
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SlowEdge.class)
                .run(
                        "--spring.application.name=slow-edge",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.structured.format.console=",
                        "--dianmai.personal.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "--dianmai.security.issuer=" + TestTokens.issuer().issuer(),
                        "--dianmai.security.jwk-set-uri=" + TestTokens.issuer().jwkSetUri());
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
