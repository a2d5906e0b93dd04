package io.dianmai.local;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.LaunchFailure;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code ./dianmai scale}: starts or stops instances until there are as many as said. They share the partitions of the topics;
 * requests still go to the first one.
 */
final class Scaling {
    private final Platform platform;
    private final Progress progress;

    Scaling(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    int run(Command.Scale command) {
        try (UpLock _ = UpLock.take(platform.settings().data())) {
            if (!platform.child(command.service()).alive()) {
                throw new LaunchFailure(command.service().module() + " does not run", "Run ./dianmai up first.");
            }
            List<Instance> wanted = instances(command.service(), 1, command.instances());
            wanted.forEach(this::start);
            for (Instance instance : wanted) {
                platform.awaitReady(instance);
                progress.step(instance.name() + " ready on port "
                        + instance.port(platform.settings().ports()));
            }
            stop(instances(command.service(), command.instances() + 1, Instance.MOST));
            return 0;
        }
    }

    private void start(Instance instance) {
        Ports ports = platform.settings().ports();
        for (int port : List.of(instance.port(ports), instance.managementPort(ports))) {
            if (!platform.child(instance).alive() && !Ports.isFree(port)) {
                throw new LaunchFailure(
                        "port " + port + ", which " + instance.name() + " needs, is taken by another program",
                        "End that program, or set " + instance.service().portSetting() + " to another port.");
            }
        }
        platform.start(instance);
    }

    private void stop(List<Instance> surplus) {
        List<Child> running =
                surplus.stream().map(platform::child).filter(Child::alive).toList();
        platform.stop(running);
        running.forEach(child -> progress.step(child.name() + " stopped"));
    }

    private static List<Instance> instances(Service service, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new Instance(service, number))
                .toList();
    }
}
