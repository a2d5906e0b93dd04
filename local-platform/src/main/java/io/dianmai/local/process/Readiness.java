package io.dianmai.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One question: would it serve now? Asked again and again until yes, so each answer is quick and never an exception. */
@FunctionalInterface
public interface Readiness {
    /** How long one attempt may take. */
    Duration ATTEMPT = Duration.ofSeconds(2);

    boolean ready();

    /** Something listens on this loopback port. */
    static Readiness listening(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) ATTEMPT.toMillis());
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** This address answers with 200. */
    static Readiness answering(HttpClient http, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ATTEMPT).build();
        return () -> {
            try {
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
