package io.dianmai.local;

import java.util.Comparator;

/**
 * One process of a service. The first has the service's own name and ports; requests go to it. The others only share its
 * work on the topics.
 *
 * @param number from 1 to {@value #MOST}
 */
public record Instance(Service service, int number) implements Comparable<Instance> {
    /** As many as one machine could want. */
    public static final int MOST = 9;

    private static final int PORTS_APART = 10;
    private static final Comparator<Instance> ORDER =
            Comparator.comparing(Instance::service).thenComparing(Instance::number);

    public Instance {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("an instance has a number from 1 to " + MOST);
        }
    }

    /** The one that requests go to. */
    public static Instance first(Service service) {
        return new Instance(service, 1);
    }

    /** Its name as a child process, for example {@code kpi-service} or {@code kpi-service-2}. */
    public String name() {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }

    int port(Ports ports) {
        return ports.of(service) + (number - 1) * PORTS_APART;
    }

    int managementPort(Ports ports) {
        return port(ports) + Ports.MANAGEMENT_OFFSET;
    }

    @Override
    public int compareTo(Instance other) {
        return ORDER.compare(this, other);
    }
}
