package io.dianmai.kpi.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.delivery.OutgoingPost.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardedPostTests {
    private static final Duration WHOLE = Duration.ofMillis(700);
    private static final String LONG = "x".repeat(1 << 20);

    private final AtomicInteger lookups = new AtomicInteger();
    private Resolver resolver = host -> new InetAddress[] {InetAddress.ofLiteral(host)};
    private final GuardedPost post = post(List.of("127.0.0.1/32", "127.0.0.2/32"));

    @AfterEach
    void close() {
        post.close();
    }

    private GuardedPost post(List<String> allowed) {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new GuardedPost(
                new AddressGuard(allowed),
                host -> {
                    lookups.incrementAndGet();
                    return resolver.resolve(host);
                },
                new Connecting(tls, Duration.ofMillis(300), WHOLE));
    }

    @Test
    void sendsWhatItIsGivenAndReadsTheAnswer() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 2\r\n\r\nok tail")) {
            Reply reply = send("127.0.0.1", receiver.port());

            assertThat(reply).isEqualTo(new Reply.Answered(200, Map.of("x-a", "1", "content-length", "2"), "ok"));
            assertThat(receiver.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .startsWith("POST /hook?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + receiver.port() + "\r\n")
                            .contains("\r\nwebhook-id: 1\r\n", "\r\nConnection: close\r\n")
                            .endsWith("\r\n\r\n你好"));
        }
    }

    @Test
    void readsChunksAndSkipsInterimAnswers() throws Exception {
        String interim = "HTTP/1.1 100 Continue\r\n\r\n";
        String chunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertAnswer(interim + chunked + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", 201, "abcde");
        assertAnswer("HTTP/1.0 204\nX: y\n\n", 204, "");
    }

    @Test
    void aHugeAnswerIsCut() throws Exception {
        assertAnswer("HTTP/1.1 200 OK\r\n\r\n" + LONG, 200, LONG.substring(0, 64 * 1024));
        assertAnswer(
                "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n" + LONG,
                500,
                LONG.substring(0, 64 * 1024));
    }

    @Test
    void aBodyThatBreaksOffLeavesTheAnswerStanding() throws Exception {
        assertAnswer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", 200, "ab");
        assertAnswer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense", 200, "");
        assertAnswer("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nab", 200, "");
    }

    @Test
    void redirectsAreAnswersAndNotFollowed() throws Exception {
        try (Receiver elsewhere = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                Receiver receiver = Receiver.answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
                        + elsewhere.port() + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(send("127.0.0.1", receiver.port()))
                    .isInstanceOfSatisfying(
                            Reply.Answered.class,
                            answer -> assertThat(answer.status()).isEqualTo(302));
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void whatIsNoAnswerIsAFailure() throws Exception {
        assertFailure("SSH-2.0-OpenSSH_9.9\r\n", "no HTTP");
        assertFailure("HTTP/1.1 20 OK\r\n\r\n", "no HTTP");
        assertFailure("HTTP/1.1 200 OK\r\nX: " + LONG, "no HTTP");
        assertFailure("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(200) + "\r\n", "no HTTP");
        assertFailure("HTTP/1.1 100 Continue\r\n\r\n".repeat(50), "no HTTP");
        assertFailure("HTTP/1.1 200 O", "ended before");
        assertFailure("", "ended before");
    }

    @Test
    void aConnectionThatIsResetIsAFailure() throws Exception {
        try (Receiver receiver = new Receiver("127.0.0.1", (connection, _) -> {
            connection.setSoLinger(true, 0);
            connection.close();
        })) {
            assertThat(send("127.0.0.1", receiver.port())).isInstanceOf(Reply.Failed.class);
        }
        assertThat(send("127.0.0.1", closedPort())).isEqualTo(new Reply.Failed("The host refused the connection."));
    }

    @Test
    void whoeverDripsIsLeftWhenTimeIsOver() throws Exception {
        try (Receiver receiver = new Receiver("127.0.0.1", (_, out) -> {
            while (true) {
                out.write('H');
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        })) {
            long begun = System.nanoTime();
            assertThat(send("127.0.0.1", receiver.port()))
                    .isEqualTo(new Reply.Failed("There was no answer within 0 seconds."));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(WHOLE, WHOLE.multipliedBy(5));
        }
    }

    @Test
    void aBodyThatDripsIsLeftWithWhatThereWas() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (Receiver receiver = new Receiver("127.0.0.1", (_, out) -> {
            out.write("HTTP/1.1 202 OK\r\n\r\nab".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            left.await();
        })) {
            assertThat(send("127.0.0.1", receiver.port())).isInstanceOfSatisfying(Reply.Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(202);
                assertThat(answer.body()).isEqualTo("ab");
            });
            left.countDown();
        }
    }

    @Test
    void aNameThatChangesItsAddressAfterTheCheckGainsNothing() throws Exception {
        try (Receiver checked = new Receiver(
                        "127.0.0.2",
                        (_, out) -> out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)));
                Receiver inside = new Receiver(
                        new ServerSocket(checked.port(), 50, InetAddress.ofLiteral("127.0.0.3")), (_, _) -> {})) {
            resolver = _ -> new InetAddress[] {InetAddress.ofLiteral(lookups.get() == 1 ? "127.0.0.2" : "127.0.0.3")};
            assertThat(send("hooks.example.com", checked.port())).isInstanceOf(Reply.Answered.class);
            assertThat(lookups).hasValue(1);
            assertThat(checked.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request).contains("Host: hooks.example.com:" + checked.port()));

            assertThat(send("hooks.example.com", checked.port()))
                    .isEqualTo(new Reply.Failed("The host has an address that is not allowed."));
            assertThat(inside.requests).isEmpty();
        }
    }

    @Test
    void oneForbiddenAddressAmongOthersIsEnough() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            resolver = _ ->
                    new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("169.254.169.254")};
            assertThat(send("mixed.example.com", receiver.port())).isInstanceOf(Reply.Failed.class);
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneRefuses() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            resolver = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1")};
            assertThat(send("two.example.com", receiver.port())).isInstanceOf(Reply.Answered.class);
        }
    }

    @Test
    void namesThatAreNotFoundOrNotInTimeAreFailures() throws Exception {
        resolver = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(send("nowhere.example.com", 8080)).isEqualTo(new Reply.Failed("The host's name is not known."));
        CountDownLatch never = new CountDownLatch(1);
        resolver = host -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        assertThat(send("slow.example.com", 8080)).isEqualTo(new Reply.Failed("There was no answer within 0 seconds."));
        never.countDown();
    }

    @Test
    void plainHttpNeverLeavesAllowedNetworks() throws Exception {
        resolver = _ -> new InetAddress[] {InetAddress.ofLiteral("93.184.216.34")};
        assertThat(send("example.com", 8080))
                .isEqualTo(new Reply.Failed("The host has an address that is not allowed."));
        try (GuardedPost strict = post(List.of());
                Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            Reply reply = strict.post(uri("127.0.0.1", receiver.port()), Map.of(), new byte[0]);
            assertThat(reply).isInstanceOf(Reply.Failed.class);
            assertThat(receiver.requests).isEmpty();
        }
    }

    private void assertAnswer(String bytes, int status, String body) throws IOException {
        try (Receiver receiver = Receiver.answering(bytes)) {
            assertThat(send("127.0.0.1", receiver.port())).isInstanceOfSatisfying(Reply.Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo(body);
            });
        }
    }

    private void assertFailure(String bytes, String reason) throws IOException {
        try (Receiver receiver = Receiver.answering(bytes)) {
            assertThat(send("127.0.0.1", receiver.port()))
                    .isInstanceOfSatisfying(
                            Reply.Failed.class,
                            failed -> assertThat(failed.reason()).contains(reason));
        }
    }

    private Reply send(String host, int port) {
        return post.post(uri(host, port), Map.of("webhook-id", "1"), "你好".getBytes(StandardCharsets.UTF_8));
    }

    private static URI uri(String host, int port) {
        return URI.create("http://" + host + ":" + port + "/hook?a=b");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return taken.getLocalPort();
        }
    }
}
