package io.dianmai.kpi.delivery.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that does what it is told with each connection, and notes what it was sent. */
final class Receiver implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final Behaviour behaviour;

    /** What it does once it has read a request. */
    interface Behaviour {
        void answer(Socket connection, OutputStream out) throws IOException, InterruptedException;
    }

    Receiver(String address, Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.ofLiteral(address)), behaviour);
    }

    Receiver(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::accept);
    }

    static Receiver answering(String answer) throws IOException {
        return new Receiver("127.0.0.1", (_, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            requests.add(request(new BufferedInputStream(connection.getInputStream())));
            behaviour.answer(connection, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (SocketException leftAlone) {
            // The other side has gone: what some of these tests are about.
            requests.add("gone");
        } catch (IOException noRequest) {
            requests.add("none");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
