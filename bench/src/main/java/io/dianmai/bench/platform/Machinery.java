package io.dianmai.bench.platform;

import io.dianmai.local.Platform;
import io.dianmai.local.Service;
import io.dianmai.local.Settings;
import io.dianmai.local.process.Child;
import java.nio.file.Path;

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
