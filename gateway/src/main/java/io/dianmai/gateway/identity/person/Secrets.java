package io.dianmai.gateway.identity.person;

import java.security.SecureRandom;
import java.util.Base64;

/** Random text for secrets, passwords and names. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLAIN = "abcdefghjkmnpqrstuvwxyz23456789";

    private Secrets() {}

    /** 256 random bits. */
    public static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Something a person can copy by hand: 16 characters, about 79 bits. */
    public static String password() {
        return plain(16);
    }

    /** Tells apart the clients of one store. */
    public static String suffix() {
        return plain(6);
    }

    private static String plain(int length) {
        return RANDOM.ints(length, 0, PLAIN.length())
                .mapToObj(PLAIN::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
