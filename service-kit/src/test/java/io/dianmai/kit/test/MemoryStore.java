package io.dianmai.kit.test;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonString;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The embedded document store in this JVM, for laws that are kept by it. */
public final class MemoryStore implements AutoCloseable {
    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
            .addCommandListener(new Operations())
            .build());
    private final MongoTemplate mongo = new MongoTemplate(client, "test");

    public MongoTemplate mongo() {
        return mongo;
    }

    /** What was asked of it so far, each as the name of the command and that of the collection; may be cleared. */
    public List<String> operations() {
        return operations;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }

    private final class Operations implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommand().get(event.getCommandName()) instanceof BsonString collection) {
                operations.add(event.getCommandName() + ' ' + collection.getValue());
            }
        }
    }
}
