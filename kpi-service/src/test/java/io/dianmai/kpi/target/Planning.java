package io.dianmai.kpi.target;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.contracts.org.Tier;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Planning on a document store in this JVM, without the rest of the service. */
public final class Planning implements AutoCloseable {
    private static final Aims AIMS = AimsTests.aims();

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final Clock clock = Clock.fixed(Sample.NOW, ZoneOffset.UTC);
    private final MongoTemplate mongo = new MongoTemplate(client, "plans");
    private final PlannedNames planned = new PlannedNames(mongo, clock);
    private final PlanArchive archive = new PlanArchive(mongo, planned);
    private final PlanningStores stores;

    public Planning(String... storeIds) {
        List<StorePublished> registry =
                Arrays.stream(storeIds).map(Planning::store).toList();
        stores = new PlanningStores(() -> registry, clock);
    }

    static StorePublished store(String id) {
        return new StorePublished(
                id,
                id,
                "R1",
                "East",
                "B1",
                "Brand",
                Tier.MID,
                "Asia/Shanghai",
                10,
                30,
                Sample.hours2026(),
                List.of(new Team("T1", "one")),
                List.<StaffMember>of(Sample.consultant("a", "T1", null)));
    }

    public PlanArchive archive() {
        return archive;
    }

    public Aims aims() {
        return AIMS;
    }

    public Clock clock() {
        return clock;
    }

    public PlanningStores stores() {
        return stores;
    }

    /** As the values of KPIs ask for plans. */
    public TargetPlans plans() {
        return new StoredTargetPlans(archive, planned, stores, AIMS);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
