package io.dianmai.kit.test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The embedded document store in this JVM, for laws that are kept by it. */
public final class MemoryStore implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, "test");

    public MongoTemplate mongo() {
        return mongo;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
