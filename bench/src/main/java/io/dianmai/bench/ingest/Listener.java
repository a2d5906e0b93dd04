package io.dianmai.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One open live stream: what came by it, and when. */
final class Listener implements AutoCloseable {
    private static final int BUFFER = 512;

    private final Socket socket;
    private final List<Seen> rows = new CopyOnWriteArrayList<>();
    private volatile boolean heartbeat;
    private volatile @Nullable String lastId;
    private volatile boolean begun;

    /**
     * A row that came.
     *
     * @param number of the row, as {@link Rows} counts them
     * @param at by {@link System#nanoTime}
     */
    record Seen(long number, long at) {}

    /** @param lastEventId what it has seen last on an earlier stream, if any */
    Listener(URI gateway, String token, @Nullable String lastEventId) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        String resume = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        String request = "GET /api/stream HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\n" + resume + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), BUFFER)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                line(line, System.nanoTime());
            }
        } catch (IOException closed) {
            begun = false;
        }
    }

    private void line(String line, long at) {
        if (line.startsWith("retry:")) {
            begun = true;
        } else if (line.startsWith(":")) {
            heartbeat = true;
        } else if (line.startsWith("id: ")) {
            lastId = line.substring("id: ".length());
        } else if (line.startsWith("data: ") && !line.contains("\"rows\"")) {
            rows.add(new Seen(Rows.numberIn(line), at));
        }
    }

    boolean isOpen() {
        return begun;
    }

    boolean hasHeartbeat() {
        return heartbeat;
    }

    @Nullable
    String lastId() {
        return lastId;
    }

    List<Seen> rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
