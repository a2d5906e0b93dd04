package io.dianmai.gateway.identity;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A store in memory that several instances under test share. */
public final class MemoryStore implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient connection = MongoClients.create(server.bindAndGetConnectionString());

    /** What one more instance works with. */
    public MongoTemplate template() {
        return new MongoTemplate(connection, "test");
    }

    @Override
    public void close() {
        connection.close();
        server.shutdownNow();
    }
}
