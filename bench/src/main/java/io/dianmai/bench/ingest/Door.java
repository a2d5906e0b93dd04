package io.dianmai.bench.ingest;

import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.local.Service;
import io.dianmai.local.process.ResidentMemory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The gateway: how to talk to it, and what it looks like from outside. */
final class Door implements AutoCloseable {
    private static final String ANY_RATE = "{\"perSecond\": 1000000, \"burst\": 10000000}";

    private final Machinery machinery;
    private final Api api;
    private final HttpClient http = HttpClient.newHttpClient();

    /** With a group of stores, and a client that may send as much as it likes. */
    Door(Options options, Machinery machinery) {
        this.machinery = machinery;
        this.api = Api.of(machinery.platform());
        for (StorePublished store : new Group(options.size("stores")).registry()) {
            api.put("/api/registry/stores/" + store.storeId(), EventJson.MAPPER.writeValueAsString(store))
                    .json();
        }
        api.put("/api/registry/clients/" + api.pushClient() + "/ingest-limit", ANY_RATE)
                .json();
    }

    /** So many connections for events of this content type. Use them at once: the gateway closes those that are idle. */
    List<Wire> connections(int count, String contentType) throws IOException {
        List<Wire> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(new Wire(
                    gateway(),
                    "/api/store-events",
                    "Authorization: Bearer " + api.pushToken(),
                    "Content-Type: " + contentType));
        }
        return opened;
    }

    URI gateway() {
        return URI.create(machinery.platform().settings().gatewayUrl());
    }

    String token() {
        return api.pushToken();
    }

    /** Megabytes of memory that its process holds. */
    long resident() {
        return ResidentMemory.megabytes(process()).orElseThrow();
    }

    /** Megabytes of its heap that are in use, after a full collection. */
    double liveHeap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process().pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return metric("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }

    /** Sum of the samples of a metric whose lines begin so. */
    double metric(String prefix) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:"
                + machinery.platform().settings().ports().management(Service.GATEWAY) + "/actuator/prometheus");
        String all = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return all.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Files and sockets that its process has open. */
    long descriptors() throws IOException {
        try (Stream<Path> open =
                Files.list(Path.of("/proc", Long.toString(process().pid()), "fd"))) {
            return open.count();
        }
    }

    private ProcessHandle process() {
        return machinery.platform().child(Service.GATEWAY).process().orElseThrow();
    }

    @Override
    public void close() {
        http.close();
    }
}
