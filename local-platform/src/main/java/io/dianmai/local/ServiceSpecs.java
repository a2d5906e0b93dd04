package io.dianmai.local;

import io.dianmai.local.broker.LocalBroker;
import io.dianmai.local.process.ChildSpec;
import io.dianmai.local.process.JavaCommand;
import io.dianmai.local.store.LocalStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How each of our services is started here: its jar, its JVM, and what it is told through its environment. */
final class ServiceSpecs {
    private final Settings settings;
    private final LocalBroker broker;
    private final LocalStore store;

    ServiceSpecs(Settings settings, LocalBroker broker, LocalStore store) {
        this.settings = settings;
        this.broker = broker;
        this.store = store;
    }

    ChildSpec of(Instance instance) {
        Service service = instance.service();
        Path jar = new ServiceImage(settings, service).jar();
        Path archive = settings.data().resolve("cds").resolve(service.module() + ".jsa");
        JavaCommand java = JavaCommand.withHeap(settings.heaps().of(service))
                .with("-Xss512k", "-XX:MaxDirectMemorySize=64m", "--enable-native-access=ALL-UNNAMED");
        if (instance.equals(Instance.first(service))) {
            java.archivedIn(archive);
        } else {
            java.readingArchive(archive);
        }
        return new ChildSpec(instance.name(), java.jar(jar), environment(instance), settings.data());
    }

    private Map<String, String> environment(Instance instance) {
        Service service = instance.service();
        Ports ports = settings.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("SERVER_PORT", Integer.toString(instance.port(ports)));
        environment.put("SERVER_ADDRESS", service == Service.GATEWAY ? settings.host() : "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort(ports)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("SPRING_MONGODB_URI", store.uri(service.shortName()));
        environment.put("DIANMAI_GATEWAY_URL", settings.gatewayUrl());
        environment.put(
                "DIANMAI_PERSONAL_KEY_FILE", KeyFile.createdIn(settings.data()).toString());
        environment.put(
                "DIANMAI_STATE_DIR",
                settings.data().resolve("state").resolve(instance.name()).toString());
        if (service == Service.GATEWAY) {
            environment.put("DIANMAI_SAMPLE_SIGN_INS", settings.signIns().toString());
            routes(environment);
        }
        return environment;
    }

    private void routes(Map<String, String> environment) {
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                environment.put(
                        "DIANMAI_ROUTES_" + service.name(),
                        "http://127.0.0.1:" + settings.ports().of(service));
            }
        }
    }
}
