package io.dianmai.kpi.delivery.robot;

import java.net.URI;
import java.util.Arrays;

/**
 * What addresses of robots have in common. The host is not asked for: installations of their own have other ones, and what
 * may be reached is decided when it is posted to.
 */
final class RobotAddress {
    private RobotAddress() {}

    static boolean isHttp(URI address) {
        boolean http = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        return http
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }

    /** Whether the query has a parameter with a value. */
    static boolean hasParameter(URI address, String name) {
        String query = address.getRawQuery();
        return query != null
                && Arrays.stream(query.split("&"))
                        .anyMatch(part -> part.startsWith(name + "=") && part.length() > name.length() + 1);
    }
}
