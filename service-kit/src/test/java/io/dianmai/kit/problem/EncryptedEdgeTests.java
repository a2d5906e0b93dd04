package io.dianmai.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An edge that speaks HTTPS by configuration alone, with a certificate made for the test. */
@SpringBootTest(
        classes = {EdgeApplication.class, EdgeApplication.Routes.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=encrypted-edge",
            "management.server.port=0",
            "logging.structured.format.console=",
            "dianmai.personal.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "server.ssl.bundle=door",
            "spring.ssl.bundle.jks.door.keystore.password=" + EncryptedEdgeTests.PASSWORD,
            "spring.ssl.bundle.jks.door.keystore.type=PKCS12"
        })
class EncryptedEdgeTests {
    static final String PASSWORD = "of-the-test";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("dianmai.security.issuer", () -> TestTokens.issuer().issuer());
        registry.add("dianmai.security.jwk-set-uri", () -> TestTokens.issuer().jwkSetUri());
        registry.add("spring.ssl.bundle.jks.door.keystore.location", () -> "file:" + certificate());
    }

    @Test
    void speaksHttpsAndTellsBrowsersToStayThere() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust()).build()) {
            HttpResponse<String> answer = client.send(request("/viewer").build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(header -> assertThat(header).contains("max-age=31536000"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7}",
                "{\"id\":\"7\",\"role\":1}",
                "{\"id\":\"7\",\"at\":1700000000}",
                "{\"id\":\"7\",\"at\":\"+1000000000-12-31T23:59:59Z\"}",
                "{\"id\":\"7\",\"parts\":[{\"name\":\"x\",\"count\":1.5}]}",
                "{\"id\":\"7\",\"parts\":[{\"name\":\"x\",\"count\":\"1\"}]}",
            })
    void readsBodiesToTheLetter(String body) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust()).build()) {
            HttpResponse<String> answer = client.send(
                    request("/orders")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("/problems/invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/a|b", "/viewer?x=[", "/%00", "/a/../../viewer", "//viewer", "/viewer;x=1"})
    void answersAddressesThatAreNoneWithAProblem(String target) throws Exception {
        try (Socket socket = trust().getSocketFactory().createSocket("localhost", port)) {
            String answer = answer(socket, target);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/problems/bad-request");
            assertThat(answer).doesNotContainIgnoringCase("tomcat");
        }
    }

    private static String answer(Socket socket, String target) throws IOException {
        String head = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .header("Authorization", TestTokens.bearer(TestTokens.staff("p7", "s1", Role.SALES_MANAGER)));
    }

    private static SSLContext trust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(certificate())) {
            store.load(file, PASSWORD.toCharArray());
        }
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    /** Made once, with the JDK's own tool. */
    private static synchronized Path certificate() {
        Path file = folder.resolve("door.p12");
        if (Files.exists(file)) {
            return file;
        }
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "door",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            assertThat(keytool.waitFor()).isZero();
            return file;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("keytool made no certificate", failed);
        }
    }
}
