package io.dianmai.kpi.delivery.webhook;

import io.dianmai.kpi.delivery.OutgoingPost.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer of HTTP/1.1, never more of it than is worth reading. */
final class Answer {
    static final int MOST_BODY = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_INTERIM = 5;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final InputStream in;

    Answer(InputStream in) {
        this.in = in;
    }

    /**
     * The final answer. What has its status is an answer: a body that breaks off or never ends is read as far as it
     * comes.
     *
     * @throws IOException when the connection or the deadline ends before there is one, or it is no HTTP
     */
    Reply.Answered read() throws IOException {
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            int status = status();
            Map<String, String> headers = headers();
            if (status >= 200) {
                return new Reply.Answered(status, headers, body(status, headers));
            }
        }
        throw new ProtocolException("nothing but interim answers");
    }

    private int status() throws IOException {
        Matcher status = STATUS.matcher(line());
        if (!status.matches()) {
            throw new ProtocolException("no HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int lines = 0; lines <= MOST_HEADERS; lines++) {
            String line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new ProtocolException("too many headers");
    }

    private String body(int status, Map<String, String> headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (status != NO_CONTENT && status != NOT_MODIFIED) {
            try {
                if (headers.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .endsWith("chunked")) {
                    chunks(body);
                } else {
                    copy(body, length(headers));
                }
            } catch (IOException brokenOff) {
                // The status has said what there is to know.
                return body.toString(StandardCharsets.UTF_8);
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static long length(Map<String, String> headers) throws ProtocolException {
        try {
            return Long.parseLong(headers.getOrDefault("content-length", String.valueOf(Long.MAX_VALUE)));
        } catch (NumberFormatException garbled) {
            throw new ProtocolException("content-length is no number");
        }
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        long size = chunkSize();
        while (size > 0 && body.size() < MOST_BODY) {
            copy(body, size);
            line();
            size = chunkSize();
        }
    }

    private long chunkSize() throws IOException {
        String line = line();
        int semicolon = line.indexOf(';');
        try {
            return Long.parseLong((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
        } catch (NumberFormatException garbled) {
            throw new ProtocolException("no chunk");
        }
    }

    private void copy(ByteArrayOutputStream body, long length) throws IOException {
        byte[] some = new byte[LONGEST_LINE];
        long left = Math.min(length, MOST_BODY - body.size());
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                return;
            }
            body.write(some, 0, read);
            left -= read;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the answer ends within a line");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new ProtocolException("a line is too long");
            }
            line.write(next);
            next = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
