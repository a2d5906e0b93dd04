package io.dianmai.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where everything listens, on loopback. A service's health and metrics are {@value #MANAGEMENT_OFFSET} above its own port, the
 * broker's controller is one above the broker.
 */
public record Ports(int broker, int store, Map<Service, Integer> services) {
    static final int MANAGEMENT_OFFSET = 1000;
    private static final int FREE_FROM = 20_000;
    /** Below the range from which systems give out ports for outgoing connections. */
    private static final int FREE_TO = 31_000;

    public Ports {
        services = Collections.unmodifiableMap(new EnumMap<>(services));
        if (services.size() != Service.values().length) {
            throw new IllegalArgumentException("a port for each service is needed");
        }
    }

    /** Ports that nobody uses now, for a platform of a test beside any other. */
    public static Ports free() {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, freeWith(MANAGEMENT_OFFSET));
        }
        return new Ports(freeWith(1), freeWith(1), services);
    }

    public int controller() {
        return broker + 1;
    }

    public int of(Service service) {
        return services.getOrDefault(service, 0);
    }

    public int management(Service service) {
        return of(service) + MANAGEMENT_OFFSET;
    }

    static boolean isFree(int port) {
        return bindable(port, "127.0.0.1") && bindable(port, "0.0.0.0");
    }

    private static boolean bindable(int port, String address) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freeWith(int offset) {
        return ThreadLocalRandom.current()
                .ints(FREE_FROM, FREE_TO)
                .filter(port -> List.of(port, port + offset).stream().allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }
}
