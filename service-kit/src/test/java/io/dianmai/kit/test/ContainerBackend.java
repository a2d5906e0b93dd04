package io.dianmai.kit.test;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka and MongoDB as the images that production runs. The engine's reaper ends them with this JVM. */
final class ContainerBackend implements Backend {
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.3.1");
    private static final DockerImageName MONGO = DockerImageName.parse("mongo:8.0");
    private static final int PULL_SECONDS = 120;

    private final KafkaContainer kafka;
    private final MongoDBContainer mongo;

    private ContainerBackend(KafkaContainer kafka, MongoDBContainer mongo) {
        this.kafka = kafka;
        this.mongo = mongo;
    }

    /** Whether there is an engine that has the images, or gets them soon. */
    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable() && pulled(KAFKA) && pulled(MONGO);
    }

    static ContainerBackend start() {
        KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        MongoDBContainer mongo = new MongoDBContainer(MONGO);
        kafka.start();
        mongo.start();
        return new ContainerBackend(kafka, mongo);
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String mongoUri(String database) {
        return mongo.getConnectionString() + "/" + database;
    }

    @Override
    public String toString() {
        return "containers";
    }

    private static boolean pulled(DockerImageName image) {
        try {
            new RemoteDockerImage(image).get(PULL_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | RuntimeException unreachable) {
            LoggerFactory.getLogger(Backend.class).warn("no image {}: {}", image, unreachable.toString());
            return false;
        }
    }
}
