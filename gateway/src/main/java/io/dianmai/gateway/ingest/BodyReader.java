package io.dianmai.gateway.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body up to a limit, plain or gzip. The limit holds after inflation, so a small bomb stays small. */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    private BodyReader() {}

    static byte[] read(HttpServletRequest request, long limit, BytesInFlight.Lease lease) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        try (InputStream in = inflating(request)) {
            return read(in, limit, lease);
        } catch (ZipException | EOFException broken) {
            throw new RejectedRequest(IngestProblem.MALFORMED_BODY, "The body ends early or is no valid gzip stream.");
        }
    }

    private static byte[] read(InputStream in, long limit, BytesInFlight.Lease lease) throws IOException {
        var body = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (body.size() + read > limit) {
                throw tooLarge(limit);
            }
            lease.grow(read);
            body.write(chunk, 0, read);
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

    private static RejectedRequest tooLarge(long limit) {
        return new RejectedRequest(
                IngestProblem.BODY_TOO_LARGE,
                "The body is larger than " + limit + " bytes. Send fewer events at a time.");
    }
}
