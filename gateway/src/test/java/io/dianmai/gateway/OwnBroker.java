package io.dianmai.gateway;

import io.dianmai.local.Ports;
import io.dianmai.local.broker.BrokerConfig;
import io.dianmai.local.broker.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** A broker of the test's own, which it may stop; ended with the JVM. */
public final class OwnBroker implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int HEAP_MEGABYTES = 256;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own broker", Map.of("spring.kafka.bootstrap-servers", broker().bootstrapServers())));
    }

    public static LocalBroker broker() {
        return Started.BROKER;
    }

    private static final class Started {
        static final LocalBroker BROKER = start();

        private static LocalBroker start() {
            try {
                Path data = Files.createTempDirectory("dianmai-own-broker");
                Ports ports = Ports.free();
                var broker = new LocalBroker(new BrokerConfig(
                        data, ports.broker(), ports.controller(), HEAP_MEGABYTES, BrokerConfig.ownClassPath()));
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(broker, data)));
                broker.start();
                broker.awaitReady();
                return broker;
            } catch (IOException noSpace) {
                throw new UncheckedIOException(noSpace);
            }
        }

        private static void end(LocalBroker broker, Path data) {
            broker.child().kill();
            try {
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException leftBehind) {
                throw new UncheckedIOException(leftBehind);
            }
        }
    }
}
