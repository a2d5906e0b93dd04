package io.dianmai.system;

import io.dianmai.local.Instance;
import io.dianmai.local.Platform;
import io.dianmai.local.Service;
import io.dianmai.local.Settings;
import io.dianmai.local.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Broker, store, gateway and services from their packaged jars, on free ports and with a data folder of their own. It is
 * started once for all tests and ends with them; the logs stay in {@code target/platform/logs}.
 */
final class RunningPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningPlatform.class);
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();

    private final Platform platform;
    private final Door door;
    private final Thread lastResort = new Thread(this::stop, "stop-platform");

    private RunningPlatform(Platform platform) {
        this.platform = platform;
        this.door = new Door(URI.create(platform.settings().gatewayUrl()));
    }

    static RunningPlatform start() {
        Path data = MODULE.resolve("target").resolve("platform");
        clear(data, _ -> true);
        var running = new RunningPlatform(Platform.packaged(Settings.onFreePorts(MODULE.resolve(".."), data)));
        Runtime.getRuntime().addShutdownHook(running.lastResort);
        try {
            running.up();
        } catch (RuntimeException failed) {
            running.close();
            throw failed;
        }
        return running;
    }

    Door door() {
        return door;
    }

    String bootstrapServers() {
        return platform.broker().bootstrapServers();
    }

    /** The base address of one service, past the gateway. */
    URI addressOf(Service service) {
        return URI.create("http://127.0.0.1:" + platform.settings().ports().of(service));
    }

    /** The address at which one service is looked after. */
    URI managementOf(Service service) {
        return URI.create("http://127.0.0.1:" + platform.settings().ports().management(service));
    }

    /** The folder of everything that is kept: topics, documents, state stores, logs. */
    Path data() {
        return platform.settings().data();
    }

    /** One of its processes: {@code broker}, {@code store}, or the name of a service's module. */
    Child process(String name) {
        return platform.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One of several processes of a service. */
    Child process(Instance instance) {
        return platform.child(instance);
    }

    /** Starts these instances unless they run, and returns when they are ready. */
    void start(Instance... instances) {
        List.of(instances).forEach(platform::start);
        List.of(instances).forEach(platform::awaitReady);
    }

    /** Stops these instances in an orderly way. */
    void stop(Instance... instances) {
        platform.stop(Stream.of(instances).map(platform::child).toList());
    }

    /** Starts what does not run and returns when all is ready. */
    void up() {
        Waiting.timed("platform is up", platform::startAll);
    }

    /** Stops everything in an orderly way; what is kept stays in the data folder. */
    void down() {
        Waiting.timed(
                "platform is down",
                () -> platform.stopAll()
                        .forEach(child -> LOG.warn("{} did not end when asked and was killed", child.name())));
    }

    /** A token of group HQ, whose account the local gateway makes at its first start. */
    String hqToken() {
        return door.personalToken("hq", hqPassword());
    }

    /** What {@code hq} signs in with. */
    String hqPassword() {
        return signIns().at("/people/0/password").asString();
    }

    /** A token that may speak for any store. */
    String operationsToken() {
        JsonNode operations = signIns().at("/clients/0");
        return door.clientToken(
                operations.path("clientId").asString(),
                operations.path("secret").asString());
    }

    private JsonNode signIns() {
        return Json.read(contentOf(platform.settings().signIns()));
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        clear(
                platform.settings().data(),
                file -> !file.startsWith(platform.settings().data().resolve("logs")));
    }

    /** Nothing is needed afterwards, so nobody is asked to end. */
    private void stop() {
        platform.children().forEach(Child::kill);
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder, Predicate<Path> unwanted) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.sorted(Comparator.reverseOrder()).filter(unwanted).toList()) {
                if (!Files.isDirectory(file) || isEmpty(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
