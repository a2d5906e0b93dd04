package io.dianmai.local.broker;

import java.nio.file.Path;

/**
 * What a local broker is given.
 *
 * @param data the platform's data folder: the broker keeps its log in {@code broker} below it
 * @param port where clients connect, on loopback
 * @param controllerPort where its own controller listens, on loopback
 * @param heapMegabytes the bound of its heap
 * @param classPath jars that contain {@code kafka.Kafka} with all that it needs; it need not be the class path of the caller
 */
public record BrokerConfig(Path data, int port, int controllerPort, int heapMegabytes, String classPath) {
    public BrokerConfig {
        data = data.toAbsolutePath();
    }

    /** The own class path of this JVM, for those who run with Kafka's server on it. */
    public static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    Path folder() {
        return data.resolve("broker");
    }
}
