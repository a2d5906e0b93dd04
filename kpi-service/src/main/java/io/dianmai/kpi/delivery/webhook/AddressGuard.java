package io.dianmai.kpi.delivery.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those that anybody could reach, and the private networks that are allowed. The
 * forms that hide an IPv4 address in an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) are refused as a whole.
 */
final class AddressGuard {
    /** Of the registries of special addresses, IPv4. */
    private static final List<Network> CLOSED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** Everything else of IPv6 is local, special, or hides something. */
    private static final Network OPEN_IPV6 = Network.parse("2000::/3");

    private static final List<Network> CLOSED_IPV6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final List<Network> allowed;

    AddressGuard(List<String> allowedNetworks) {
        allowed = allowedNetworks.stream().map(Network::parse).toList();
    }

    /** Whether there are private networks that may be delivered to. */
    boolean allowsSome() {
        return !allowed.isEmpty();
    }

    boolean isAllowed(InetAddress address) {
        return isInAllowedNetwork(address) || isOpen(address);
    }

    boolean isInAllowedNetwork(InetAddress address) {
        return isIn(allowed, address);
    }

    private static boolean isOpen(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !isIn(CLOSED, address);
        }
        return OPEN_IPV6.contains(address) && !isIn(CLOSED_IPV6, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }
}
