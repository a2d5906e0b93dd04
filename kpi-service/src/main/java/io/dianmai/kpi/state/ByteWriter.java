package io.dianmai.kpi.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts into an array that grows. Numbers take seven bits a byte, small ones one byte. */
public final class ByteWriter {
    private static final int LONGEST_VARLONG = 10;

    private byte[] bytes = new byte[512];
    private int size;

    public void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Zigzag: small negative numbers are short too. */
    public void writeVarlong(long value) {
        room(LONGEST_VARLONG);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Its length in two bytes and its UTF-8. */
    public void writeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > 0xFFFF) {
            throw new IllegalArgumentException("too long a text");
        }
        room(2 + encoded.length);
        bytes[size++] = (byte) (encoded.length >>> 8);
        bytes[size++] = (byte) encoded.length;
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
