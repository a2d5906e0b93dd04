package io.dianmai.kpi.delivery.webhook;

import java.net.InetAddress;

/** A range of addresses, for example {@code 10.1.0.0/16}. */
record Network(String text, InetAddress base, int bits) {
    /** @throws IllegalArgumentException when the text is none */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int width = base.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > width) {
                throw new IllegalArgumentException(text + " is no network");
            }
            return new Network(text, base, bits);
        } catch (NumberFormatException garbled) {
            throw new IllegalArgumentException(text + " is no network", garbled);
        }
    }

    boolean contains(InetAddress address) {
        byte[] one = base.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int open = Math.max(0, Byte.SIZE - (bits - bit));
            int mask = (0xFF << open) & 0xFF;
            int at = bit / Byte.SIZE;
            if (((one[at] ^ other[at]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
