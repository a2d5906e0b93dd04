package io.dianmai.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The broker's own configuration: one node that is broker and controller, on loopback only, that forgets nothing by itself.
 *
 * <p>Offsets are kept for ten years because a platform that was switched off for a week must go on where it stood. The few
 * partitions of the internal topics and the small cleaner buffer are what one machine needs.
 */
final class ServerProperties {
    private ServerProperties() {}

    static Path write(BrokerConfig config) throws IOException {
        Files.createDirectories(config.folder());
        return Files.writeString(config.folder().resolve("server.properties"), of(config));
    }

    private static String of(BrokerConfig config) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                log.retention.ms=-1
                log.retention.bytes=-1
                message.max.bytes=2097152
                replica.fetch.max.bytes=2097152
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                offsets.retention.minutes=5256000
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                controlled.shutdown.enable=false
                num.network.threads=2
                num.io.threads=4
                num.recovery.threads.per.data.dir=2
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(
                config.port(), config.controllerPort(), escaped(config.folder().resolve("log")));
    }

    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\\\");
    }
}
