package io.dianmai.kpi.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.delivery.OutgoingPost.Reply;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate for {@code hooks.example.com} that is made for the test. */
@Timeout(60)
class TlsTests {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder = Path.of("");

    private final SSLContext trusting = SSLContext.getInstance("TLS");

    TlsTests() throws NoSuchAlgorithmException {}

    @BeforeEach
    void makeCertificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example.com",
                        "-ext",
                        "san=dns:hooks.example.com",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hooks", keys.getCertificate("hooks"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @Test
    void theCertificateIsForTheNameAndTheConnectionToTheAddress() throws Exception {
        try (Receiver receiver = receiver()) {
            assertThat(send(trusting.getSocketFactory(), "hooks.example.com", receiver.port()))
                    .isEqualTo(new Reply.Answered(200, Map.of(), ""));
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        try (Receiver receiver = receiver()) {
            assertThat(send(trusting.getSocketFactory(), "other.example.com", receiver.port()))
                    .isInstanceOfSatisfying(
                            Reply.Failed.class,
                            failed -> assertThat(failed.reason()).startsWith("TLS failed"));
            assertThat(receiver.requests).noneMatch(request -> request.startsWith("POST"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (Receiver receiver = receiver()) {
            SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
            assertThat(send(usual, "hooks.example.com", receiver.port()))
                    .isInstanceOfSatisfying(
                            Reply.Failed.class,
                            failed -> assertThat(failed.reason()).startsWith("TLS failed"));
        }
    }

    @Test
    void whoeverDoesNotSpeakTlsIsRefused() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThat(send(trusting.getSocketFactory(), "hooks.example.com", receiver.port()))
                    .isInstanceOf(Reply.Failed.class);
        }
    }

    private Receiver receiver() throws Exception {
        return new Receiver(
                trusting.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")),
                (_, out) -> out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Reply send(SSLSocketFactory tls, String host, int port) {
        try (GuardedPost post = new GuardedPost(
                new AddressGuard(List.of("127.0.0.0/8")),
                _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")},
                new Connecting(tls, Duration.ofSeconds(3), Duration.ofSeconds(3)))) {
            return post.post(URI.create("https://" + host + ":" + port + "/"), Map.of(), new byte[] {'x'});
        }
    }
}
