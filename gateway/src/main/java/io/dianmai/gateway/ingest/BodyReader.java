package io.dianmai.gateway.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads a body up to a limit of size and of time, plain or gzip. The limit of size holds after inflation, so a small
 * bomb stays small; that of time holds for the whole body, so a client that sends a byte now and then is let go.
 */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    private BodyReader() {}

    static byte[] read(HttpServletRequest request, long limit, Duration patience, BytesInFlight.Lease lease) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        long end = System.nanoTime() + patience.toNanos();
        try (InputStream in = inflating(request)) {
            return read(in, limit, end, lease);
        } catch (IOException broken) {
            // A broken line reads like a broken body; nobody is there any more to hear the answer.
            throw isTimeout(broken)
                    ? tooSlow()
                    : new RejectedRequest(
                            IngestProblem.MALFORMED_BODY, "The body ends early or is no valid gzip stream.");
        }
    }

    private static byte[] read(InputStream in, long limit, long end, BytesInFlight.Lease lease) throws IOException {
        var body = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (body.size() + read > limit) {
                throw tooLarge(limit);
            }
            lease.grow(read);
            body.write(chunk, 0, read);
            if (System.nanoTime() - end > 0) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private static InputStream inflating(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        return switch (encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> request.getInputStream();
            case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream(), CHUNK);
            default ->
                throw new RejectedRequest(
                        IngestProblem.UNSUPPORTED_CONTENT, "Content-Encoding may be gzip, or left out.");
        };
    }

    private static boolean isTimeout(IOException broken) {
        return broken instanceof SocketTimeoutException || broken.getCause() instanceof SocketTimeoutException;
    }

    private static RejectedRequest tooLarge(long limit) {
        return new RejectedRequest(
                IngestProblem.BODY_TOO_LARGE,
                "The body is larger than " + limit + " bytes. Send fewer events at a time.");
    }

    private static RejectedRequest tooSlow() {
        return new RejectedRequest(
                IngestProblem.BODY_TOO_SLOW, "The body did not come in time. Send it again over a better line.");
    }
}
