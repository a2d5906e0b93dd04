package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the platform is laid out on this machine. Sizes are megabytes.
 *
 * @param repository the folder with the built modules
 * @param data the folder of everything that is kept
 * @param host the address that the gateway listens on; all others listen on loopback
 * @param heaps bounds of the heaps
 */
public record Settings(Path repository, Path data, String host, Ports ports, Heaps heaps) {
    public Settings {
        repository = repository.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** Heaps in megabytes; the store's cache lies inside its heap. */
    public record Heaps(int service, int gateway, int kpi, int broker, int store, int storeCache) {
        static final int SMALLEST = 64;

        public static Heaps standard() {
            return read(new Values(Map.of()));
        }

        private static Heaps read(Values values) {
            int store = values.number(Setting.DIANMAI_HEAP_STORE, SMALLEST, Integer.MAX_VALUE);
            return new Heaps(
                    values.number(Setting.DIANMAI_HEAP_SERVICE, SMALLEST, Integer.MAX_VALUE),
                    values.number(Setting.DIANMAI_HEAP_GATEWAY, SMALLEST, Integer.MAX_VALUE),
                    values.number(Setting.DIANMAI_HEAP_KPI, SMALLEST, Integer.MAX_VALUE),
                    values.number(Setting.DIANMAI_HEAP_BROKER, SMALLEST, Integer.MAX_VALUE),
                    store,
                    values.number(Setting.DIANMAI_STORE_CACHE_MB, 1, store / 2));
        }

        int of(Service service) {
            return switch (service) {
                case GATEWAY -> gateway;
                case KPI -> kpi;
                default -> this.service;
            };
        }
    }

    /** A platform of a test: free ports, a folder of its own. */
    public static Settings onFreePorts(Path repository, Path data) {
        return new Settings(repository, data, Setting.DIANMAI_HOST.standard(), Ports.free(), Heaps.standard());
    }

    /** Reads the settings from the environment; what is absent or blank has its default. */
    public static Settings from(Path repository, Map<String, String> environment) {
        Values values = new Values(environment);
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, values.number(service.portSetting(), 1, 65_535 - Ports.MANAGEMENT_OFFSET));
        }
        Ports ports = new Ports(
                values.number(Setting.DIANMAI_PORT_BROKER, 1, 65_534),
                values.number(Setting.DIANMAI_PORT_STORE, 1, 65_535),
                services);
        return new Settings(
                repository,
                repository.resolve(values.text(Setting.DIANMAI_DATA)),
                values.text(Setting.DIANMAI_HOST),
                ports,
                Heaps.read(values));
    }

    /** The address that people open. */
    public String gatewayUrl() {
        return "http://localhost:" + ports.of(Service.GATEWAY);
    }

    /** The sample group's sign-ins, written when it is first fed. */
    public Path signIns() {
        return data.resolve("sign-ins.json");
    }

    private record Values(Map<String, String> environment) {
        String text(Setting setting) {
            String value = environment.getOrDefault(setting.name(), "").strip();
            return value.isEmpty() ? setting.standard() : value;
        }

        int number(Setting setting, int least, int most) {
            String value = text(setting);
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw refused(setting, value, "is not a whole number");
            }
            throw refused(setting, value, "is not between " + least + " and " + most);
        }

        private static LaunchFailure refused(Setting setting, String value, String why) {
            return new LaunchFailure(
                    setting + "=" + value + " " + why, "Unset it for the default, " + setting.standard() + ".");
        }
    }
}
