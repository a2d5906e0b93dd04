package io.dianmai.local;

import io.dianmai.local.broker.LocalBroker;
import io.dianmai.local.process.Child;
import io.dianmai.local.process.LaunchFailure;
import io.dianmai.local.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks before the start for what would make it fail later and less clearly: no room, no right to write, ports taken. */
final class Preflight {
    private static final long NEEDED_BYTES = 1L << 30;

    private final Settings settings;

    Preflight(Settings settings) {
        this.settings = settings;
    }

    void check() {
        checkDataFolder();
        Ports ports = settings.ports();
        checkPort(LocalBroker.NAME, ports.broker(), "set " + Setting.DIANMAI_PORT_BROKER);
        checkPort(
                LocalBroker.NAME,
                ports.controller(),
                "set " + Setting.DIANMAI_PORT_BROKER + " (this is the one after it)");
        checkPort(LocalStore.NAME, ports.store(), "set " + Setting.DIANMAI_PORT_STORE);
        for (Service service : Service.values()) {
            Setting setting = service.portSetting();
            checkPort(service.module(), ports.of(service), "set " + setting);
            checkPort(
                    service.module(),
                    ports.management(service),
                    "set " + setting + " (this is " + Ports.MANAGEMENT_OFFSET + " above it)");
        }
    }

    private void checkDataFolder() {
        Path data = settings.data();
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "writable", ".tmp"));
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new LaunchFailure(
                        "only " + (free >> 20) + " MB are free where " + data + " is",
                        "Free at least 1024 MB, or set " + Setting.DIANMAI_DATA + " to a folder on another disk.");
            }
        } catch (IOException e) {
            throw new LaunchFailure(
                    "the data folder " + data + " cannot be written",
                    "Make it writable, or set " + Setting.DIANMAI_DATA + " to another folder.");
        }
    }

    private void checkPort(String child, int port, String remedy) {
        if (!new Child(settings.data(), child).alive() && !Ports.isFree(port)) {
            throw new LaunchFailure(
                    "port " + port + ", which " + child + " needs, is taken by another program",
                    "End that program, or " + remedy + " to another port.");
        }
    }
}
