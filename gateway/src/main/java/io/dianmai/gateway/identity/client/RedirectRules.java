package io.dianmai.gateway.identity.client;

import io.dianmai.kit.problem.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Where a program may ask to be led back to: RFC 8252, and nowhere else. */
final class RedirectRules {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    private RedirectRules() {}

    /** What is wrong with an address, if anything is. */
    static Optional<Violation> objection(String pointer, String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException unreadable) {
            return Optional.of(new Violation(pointer, "Must be an address."));
        }
        if (!uri.isAbsolute() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return Optional.of(new Violation(pointer, "Must be absolute, without a fragment or a user."));
        }
        return isFit(uri)
                ? Optional.empty()
                : Optional.of(new Violation(
                        pointer,
                        "Must begin with https://, http://127.0.0.1/, http://[::1]/ or a scheme of one's own with a"
                                + " dot in it, such as com.example.app:/signed-in."));
    }

    private static boolean isFit(URI uri) {
        return switch (uri.getScheme()) {
            case "https" -> uri.getHost() != null;
            case "http" -> uri.getHost() != null && LOOPBACK.contains(uri.getHost());
            default -> uri.getScheme().contains(".") && !uri.isOpaque();
        };
    }
}
