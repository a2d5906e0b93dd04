package io.dianmai.local.sample;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords of the sample's people: random for each installation, short enough to be typed. */
final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLAIN = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 10;

    private Passwords() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, PLAIN.length())
                .mapToObj(position -> PLAIN.substring(position, position + 1))
                .collect(Collectors.joining());
    }
}
