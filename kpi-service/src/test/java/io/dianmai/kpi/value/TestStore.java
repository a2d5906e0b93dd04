package io.dianmai.kpi.value;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The embedded document store, in memory and in this JVM. */
final class TestStore implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());

    MongoTemplate mongo() {
        return new MongoTemplate(client, "test");
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
