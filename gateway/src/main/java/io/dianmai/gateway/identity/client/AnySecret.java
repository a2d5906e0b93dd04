package io.dianmai.gateway.identity.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Of a client whose secret is being replaced, either one is right. Hashes have no blanks: one text holds them all. */
public final class AnySecret implements PasswordEncoder {
    private static final String BETWEEN = " ";

    private final PasswordEncoder one;

    public AnySecret(PasswordEncoder one) {
        this.one = one;
    }

    static String join(List<String> hashes) {
        return String.join(BETWEEN, hashes);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return one.encode(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
        if (hashes == null) {
            return false;
        }
        for (String hash : hashes.split(BETWEEN, -1)) {
            if (one.matches(secret, hash)) {
                return true;
            }
        }
        return false;
    }
}
