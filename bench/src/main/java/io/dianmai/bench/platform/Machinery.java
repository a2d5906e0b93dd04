package io.dianmai.bench.platform;

import io.dianmai.local.Platform;
import io.dianmai.local.Service;
import io.dianmai.local.Settings;
import io.dianmai.local.process.Child;
import io.dianmai.local.process.ChildSpec;
import io.dianmai.local.process.JavaCommand;
import io.dianmai.local.store.DocumentStore;
import io.dianmai.local.store.LocalStore;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A local platform on free ports in a folder of its own, of which a bench starts what it needs; all of it ends with the bench. */
public final class Machinery implements AutoCloseable {
    private final BenchFolder folder;
    private final Platform platform;
    private final Thread lastResort = Thread.ofPlatform().unstarted(this::kill);

    private Machinery(BenchFolder folder, Platform platform) {
        this.folder = folder;
        this.platform = platform;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** With the broker running, and nothing else. */
    public static Machinery withBroker(Path repository, String name) {
        BenchFolder folder = BenchFolder.fresh(repository, name);
        var machinery = new Machinery(folder, Platform.packaged(Settings.onFreePorts(repository, folder.path())));
        machinery.platform.broker().start();
        machinery.platform.broker().awaitReady();
        return machinery;
    }

    /** Starts store, gateway and kpi-service as {@code ./dianmai up} does; returns when they are ready. */
    public void startKpisAndGateway() {
        platform.store().start();
        platform.store().awaitReady();
        platform.start(Service.GATEWAY);
        platform.start(Service.KPI);
        platform.awaitReady(Service.GATEWAY);
        platform.awaitReady(Service.KPI);
    }

    /**
     * Starts what a lead passes on its way to its first follow-up and its numbers, and the gateway for the sign-ins. The store
     * keeps everything in memory and nothing on disk.
     *
     * @param storeHeap megabytes
     */
    public void startLeads(int storeHeap) {
        startStoreInMemory(storeHeap);
        List<Service> services = List.of(Service.GATEWAY, Service.LEAD, Service.FOLLOWUP, Service.KPI);
        services.forEach(platform::start);
        services.forEach(platform::awaitReady);
    }

    /** Starts the gateway alone, with a store that keeps everything in memory. */
    public void startGateway() {
        startStoreInMemory(platform.settings().heaps().store());
        platform.start(Service.GATEWAY);
        platform.awaitReady(Service.GATEWAY);
    }

    private void startStoreInMemory(int heap) {
        Path target = platform.settings().repository().resolve("local-platform").resolve("target");
        String classPath = target.resolve("local-platform.jar") + File.pathSeparator + target.resolve("lib") + "/*";
        String port = Integer.toString(platform.settings().ports().store());
        List<String> command = JavaCommand.withHeap(heap)
                .with("-Dlog4j2.configurationFile=io/dianmai/local/store/log4j2.xml")
                .main(classPath, DocumentStore.class.getName(), port, "memory", "1");
        platform.store().child().start(new ChildSpec(LocalStore.NAME, command, Map.of(), folder.path()));
        platform.store().awaitReady();
    }

    public Platform platform() {
        return platform;
    }

    public BenchFolder folder() {
        return folder;
    }

    public String bootstrapServers() {
        return platform.broker().bootstrapServers();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        folder.close();
    }

    /** Nothing is needed afterwards, so nobody is asked to end. */
    private void kill() {
        platform.children().forEach(Child::kill);
    }
}
