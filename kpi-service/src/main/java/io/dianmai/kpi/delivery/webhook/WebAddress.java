package io.dianmai.kpi.delivery.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a receiver, looked at without looking it up.
 *
 * @param host name or literal address, without brackets
 * @param target path and query, as the request line has it
 */
record WebAddress(boolean tls, String host, int port, String target) {
    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Lower ones belong to mail, shells, databases of names and the like. */
    private static final int FIRST_FREE_PORT = 1_024;

    /** What reading one comes to. */
    sealed interface Reading {
        record Good(WebAddress address) implements Reading {}

        /** @param detail for whoever entered it */
        record Bad(String detail) implements Reading {}
    }

    /** @param plainToo whether {@code http} is allowed */
    static Reading read(String text, boolean plainToo) {
        if (text.length() > LONGEST) {
            return new Reading.Bad("Must not be longer than " + LONGEST + " characters.");
        }
        try {
            return read(new URI(text), plainToo);
        } catch (URISyntaxException malformed) {
            return new Reading.Bad("Must be a URL such as https://example.com/hooks.");
        }
    }

    static Reading read(URI uri, boolean plainToo) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        String flaw = flaw(uri, tls, plainToo && scheme.equals("http"));
        if (flaw != null) {
            return new Reading.Bad(flaw);
        }
        String host = uri.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
        return new Reading.Good(new WebAddress(tls, bare, port, target));
    }

    private static @Nullable String flaw(URI uri, boolean tls, boolean plain) {
        if (!tls && !plain) {
            return "Must begin with https://.";
        }
        if (uri.getHost() == null || !isAscii(uri.toString())) {
            return "Must have a host, and be written in ASCII.";
        }
        if (uri.getRawUserInfo() != null) {
            return "Must not have a user name or password in it.";
        }
        if (uri.getRawFragment() != null) {
            return "Must not have a fragment.";
        }
        int port = uri.getPort();
        boolean usual = port < 0 || port == HTTPS || port == HTTP || port >= FIRST_FREE_PORT;
        return usual && port <= 0xFFFF ? null : "Must have port 80, 443 or one from 1024 on.";
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    /** As the header {@code Host} has it. */
    String authority() {
        String name = host.contains(":") ? '[' + host + ']' : host;
        return port == (tls ? HTTPS : HTTP) ? name : name + ':' + port;
    }
}
