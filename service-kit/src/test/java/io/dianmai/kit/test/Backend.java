package io.dianmai.kit.test;

/** The broker and the document store that integration tests use: one pair per test JVM, ended with it. */
public sealed interface Backend permits EmbeddedBackend, ContainerBackend {
    /** {@code host:port} of the broker. */
    String bootstrapServers();

    /** The address of one database of the store. */
    String mongoUri(String database);

    /** The pair of this JVM; started when first asked for. */
    static Backend shared() {
        return SharedBackend.INSTANCE;
    }
}
