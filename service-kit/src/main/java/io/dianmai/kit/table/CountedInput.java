package io.dianmai.kit.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and ends it at a limit. */
final class CountedInput extends FilterInputStream {
    private static final int CHUNK = 8_192;

    private final long limit;
    private long count;

    CountedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** More came than the limit allows. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        private TooMuch(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    long count() {
        return count;
    }

    void drain() throws IOException {
        byte[] scratch = new byte[CHUNK];
        int read;
        do {
            read = read(scratch, 0, scratch.length);
        } while (read >= 0);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : counted(read, 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        return read < 0 ? read : counted(read, read);
    }

    private int counted(int result, int read) throws TooMuch {
        count += read;
        if (count > limit) {
            throw new TooMuch(limit);
        }
        return result;
    }
}
