package io.dianmai.bench.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that posts bodies and reads the status of each answer. It does nothing else, so that the load
 * generator leaves as much of the machine as it can to what is measured.
 */
final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER = 16 * 1024;
    private static final int HEXADECIMAL = 16;

    private final URI gateway;
    private final byte[] head;
    private Socket socket;
    private InputStream in;
    private boolean closing;

    Wire(URI gateway, String path, String... headers) throws IOException {
        this.gateway = gateway;
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        String lines = "POST " + path + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\n"
                + String.join("\r\n", headers) + "\r\nContent-Length: ";
        head = lines.getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        var connected = new Socket(gateway.getHost(), gateway.getPort());
        connected.setTcpNoDelay(true);
        connected.setSoTimeout(TIMEOUT_MILLIS);
        return connected;
    }

    /** Posts a body; returns the status of the answer. Connects anew where the answer before said that it was the last. */
    int post(byte[] body) throws IOException {
        if (closing) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            closing = false;
        }
        var request = new ByteArrayOutputStream(head.length + body.length + 16);
        request.write(head);
        request.write((body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        request.write(body);
        request.writeTo(socket.getOutputStream());
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection:")) {
                closing = lower.contains("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), HEXADECIMAL);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the gateway ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
