package io.dianmai.gateway.routing;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** A request whose body is passed on as it comes, and ends in an error where it becomes too long. */
final class CountedRequest extends HttpServletRequestWrapper {
    private static final String EXCEEDED = CountedRequest.class.getName() + ".exceeded";

    private final DataSize limit;

    CountedRequest(HttpServletRequest request, DataSize limit) {
        super(request);
        this.limit = limit;
    }

    /** The limit that the body of a request went beyond, if it did. */
    static Optional<DataSize> exceeded(ServletRequest request) {
        return Optional.ofNullable((DataSize) request.getAttribute(EXCEEDED));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    private final class Counted extends ServletInputStream {
        private final ServletInputStream content;
        private long count;

        Counted(ServletInputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            int read = content.read();
            return read < 0 ? read : counted(read, 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = content.read(target, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int result, int read) throws IOException {
            count += read;
            if (count > limit.toBytes()) {
                setAttribute(EXCEEDED, limit);
                throw new IOException("the body is longer than " + limit.toBytes() + " bytes");
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return content.isFinished();
        }

        @Override
        public boolean isReady() {
            return content.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            content.setReadListener(listener);
        }
    }
}
