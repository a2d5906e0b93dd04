package io.dianmai.local;

import io.dianmai.local.broker.LocalBroker;
import io.dianmai.local.process.Child;
import io.dianmai.local.process.Readiness;
import io.dianmai.local.process.ResidentMemory;
import io.dianmai.local.store.LocalStore;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** {@code ./dianmai status}: a line per process. */
final class StatusReport {
    private static final String LINE = "%-20s %8s  %-9s  %-26s %8s %8s  %s%n";

    private final Platform platform;
    private final Clock clock;

    StatusReport(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One process as seen now. */
    record Line(String name, OptionalLong pid, State state, String address, String memory, String lag, String uptime) {}

    enum State {
        UP,
        NOT_READY,
        DOWN,
        /** Not running, and the platform is whole without it. */
        OFF;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** Returns 0 when everything is up, else 1. */
    int print(PrintStream out) {
        List<Line> lines = lines();
        out.printf(LINE, "NAME", "PID", "STATE", "ADDRESS", "MEMORY", "LAG", "UPTIME");
        for (Line line : lines) {
            String pid = line.pid().isPresent() ? Long.toString(line.pid().getAsLong()) : "-";
            out.printf(
                    LINE,
                    line.name(),
                    pid,
                    line.state().word(),
                    line.address(),
                    line.memory(),
                    line.lag(),
                    line.uptime());
        }
        return lines.stream().anyMatch(line -> line.state() == State.DOWN || line.state() == State.NOT_READY) ? 1 : 0;
    }

    List<Line> lines() {
        Ports ports = platform.settings().ports();
        Map<Service, Long> lag = platform.broker().child().alive()
                ? ConsumerLag.of(platform.broker().bootstrapServers())
                : Map.of();
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                platform.broker().child(),
                LocalBroker.NAME,
                Readiness.listening(ports.broker()),
                "127.0.0.1:" + ports.broker(),
                "-"));
        lines.add(line(
                platform.store().child(),
                LocalStore.NAME,
                Readiness.listening(ports.store()),
                "127.0.0.1:" + ports.store(),
                "-"));
        platform.instances().forEach(instance -> {
            String address = "http://localhost:" + instance.port(ports);
            Long behind = lag.get(instance.service());
            lines.add(line(
                    platform.child(instance),
                    instance.name(),
                    platform.readiness(instance),
                    address,
                    behind == null ? "-" : behind.toString()));
        });
        lines.add(sample());
        return lines;
    }

    private Line sample() {
        Child child = platform.sample().child();
        if (child.alive()) {
            return line(child, child.name(), () -> true, "-", "-");
        }
        return new Line(child.name(), OptionalLong.empty(), State.OFF, "-", "-", "-", "-");
    }

    private Line line(Child child, String name, Readiness readiness, String address, String lag) {
        return child.process()
                .map(process -> new Line(
                        name,
                        OptionalLong.of(process.pid()),
                        readiness.ready() ? State.UP : State.NOT_READY,
                        address,
                        memory(process),
                        lag,
                        uptime(process)))
                .orElseGet(() -> new Line(name, OptionalLong.empty(), State.DOWN, address, "-", lag, "-"));
    }

    private static String memory(ProcessHandle process) {
        OptionalLong megabytes = ResidentMemory.megabytes(process);
        return megabytes.isPresent() ? megabytes.getAsLong() + " MB" : "-";
    }

    private String uptime(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, clock.instant()))
                .map(up -> "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart()))
                .orElse("-");
    }
}
