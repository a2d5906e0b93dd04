package io.dianmai.local;

import io.dianmai.local.broker.BrokerConfig;
import io.dianmai.local.broker.LocalBroker;
import io.dianmai.local.process.Child;
import io.dianmai.local.process.Readiness;
import io.dianmai.local.process.Wait;
import io.dianmai.local.store.LocalStore;
import io.dianmai.local.store.StoreConfig;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All processes of one data folder: broker, document store, the services and the sample group.
 *
 * <p>It holds no processes itself, only knows where they are written down: a second platform on the same folder, in another
 * JVM or at another time, sees and stops the same ones. Tests kill a {@link #child} and start it again.
 */
public final class Platform {
    private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(5);
    /** Enough for all services to write their archives at once on two busy cores, as they do when they first end. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

    private final Settings settings;
    private final LocalBroker broker;
    private final LocalStore store;
    private final SampleProcess sample;
    private final ServiceSpecs specs;
    private final Map<Instance, Child> services = new TreeMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();

    /** With the broker and the store on this JVM's own class path. */
    public Platform(Settings settings) {
        this(settings, BrokerConfig.ownClassPath());
    }

    /** With broker and store from this module as it was packaged in the repository: for callers that have other libraries. */
    public static Platform packaged(Settings settings) {
        Path target = settings.repository().resolve("local-platform").resolve("target");
        return new Platform(
                settings, target.resolve("local-platform.jar") + File.pathSeparator + target.resolve("lib") + "/*");
    }

    /**
     * @param classPath jars of this module with all that it needs at run time, for broker, store and sample group
     */
    public Platform(Settings settings, String classPath) {
        Settings.Heaps heaps = settings.heaps();
        this.settings = settings;
        this.broker = new LocalBroker(new BrokerConfig(
                settings.data(), settings.ports().broker(), settings.ports().controller(), heaps.broker(), classPath));
        this.store = new LocalStore(new StoreConfig(
                settings.data(), settings.ports().store(), heaps.store(), heaps.storeCache(), classPath));
        this.sample = new SampleProcess(settings, classPath);
        this.specs = new ServiceSpecs(settings, broker, store);
        for (Service service : Service.values()) {
            for (int number = 1; number <= Instance.MOST; number++) {
                Instance instance = new Instance(service, number);
                services.put(instance, new Child(settings.data(), instance.name()));
            }
        }
    }

    public Settings settings() {
        return settings;
    }

    public LocalBroker broker() {
        return broker;
    }

    public LocalStore store() {
        return store;
    }

    SampleProcess sample() {
        return sample;
    }

    /** All processes there may be, in the order in which they start. */
    public List<Child> children() {
        List<Child> children = new ArrayList<>(List.of(broker.child(), store.child()));
        instances().map(this::child).forEach(children::add);
        children.add(sample.child());
        return children;
    }

    /** The first instance of each service, and of the others those that run. */
    Stream<Instance> instances() {
        return services.keySet().stream()
                .filter(instance -> instance.number() == 1 || child(instance).alive());
    }

    public Child child(Service service) {
        return child(Instance.first(service));
    }

    public Child child(Instance instance) {
        Child child = services.get(instance);
        if (child == null) {
            throw new IllegalArgumentException("no child for " + instance);
        }
        return child;
    }

    /** Starts a service's process unless it runs; returns whether it did. It serves after {@link #awaitReady(Service)}. */
    public boolean start(Service service) {
        return start(Instance.first(service));
    }

    /** The same for one of several instances. */
    public boolean start(Instance instance) {
        return !child(instance).alive() && child(instance).start(specs.of(instance));
    }

    /** Returns when the service calls itself ready. */
    public void awaitReady(Service service) {
        awaitReady(Instance.first(service));
    }

    /** The same for one of several instances. */
    public void awaitReady(Instance instance) {
        Wait.until(child(instance), readiness(instance), SERVICE_PATIENCE);
    }

    /** Whether it would serve now, as it says itself. */
    public Readiness readiness(Instance instance) {
        int port = instance.managementPort(settings.ports());
        return Readiness.answering(http, URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }

    /** Starts whatever does not run and returns when all of it is ready. The sample group is not part of it. */
    public void startAll() {
        broker.start();
        broker.awaitReady();
        store.start();
        store.awaitReady();
        for (Service service : Service.values()) {
            start(service);
        }
        for (Service service : Service.values()) {
            awaitReady(service);
        }
    }

    /**
     * Stops these processes: those that write first, together, then the store, then the broker.
     *
     * @return those that did not end when asked and were killed
     */
    public List<Child> stop(List<Child> children) {
        List<Child> writers = children.stream()
                .filter(child ->
                        !child.name().equals(LocalBroker.NAME) && !child.name().equals(LocalStore.NAME))
                .toList();
        List<Child> killed = new ArrayList<>(stopTogether(writers));
        for (String last : List.of(LocalStore.NAME, LocalBroker.NAME)) {
            killed.addAll(stopTogether(
                    children.stream().filter(child -> child.name().equals(last)).toList()));
        }
        return killed;
    }

    /** Stops everything. */
    public List<Child> stopAll() {
        return stop(children());
    }

    private static List<Child> stopTogether(List<Child> children) {
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        children.forEach(Child::terminate);
        List<Child> killed = new ArrayList<>();
        for (Child child : children) {
            if (!child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                child.kill();
                killed.add(child);
            }
        }
        return killed;
    }
}
