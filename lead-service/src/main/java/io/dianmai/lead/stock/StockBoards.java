package io.dianmai.lead.stock;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.time.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Adds up the stock board by a scan of the vehicles that are in stock now, which an index holds apart from all that were
 * sold. The scan streams a few fields of each and keeps one line for each model and store; the board of the whole group
 * is read for all who ask at most once in {@link #FRESH_FOR}.
 */
@Component
class StockBoards {
    static final Duration FRESH_FOR = Duration.ofSeconds(15);

    /** A group of 1,000 stores with 300 vehicles each; beyond that somebody has to ask for fewer stores. */
    static final int MOST = 300_000;

    private static final ProblemType TOO_MANY = ProblemType.of(
            "too-many-vehicles", "More vehicles than one board adds up", HttpStatus.UNPROCESSABLE_CONTENT);

    private final MongoTemplate mongo;
    private final StoreReplica stores;
    private final Policies policies;
    private final Clock clock;
    private final Recent<StockBoard> ofGroup;

    StockBoards(MongoTemplate mongo, StoreReplica stores, Policies policies, Clock clock) {
        this.mongo = mongo;
        this.stores = stores;
        this.policies = policies;
        this.clock = clock;
        this.ofGroup = new Recent<>(() -> add(new Criteria(), null), FRESH_FOR, clock);
    }

    /** The board of one store, or of all that the viewer may see. */
    StockBoard of(@Nullable String storeId, Viewer viewer) {
        if (storeId != null) {
            return add(Criteria.where("storeId").is(storeId), storeId);
        }
        return viewer.stores() instanceof StoreScope.All ? ofGroup.get() : add(viewer.within(), null);
    }

    private StockBoard add(Criteria scope, @Nullable String storeId) {
        Instant now = clock.instant();
        var sums = new Sums(now);
        try (Stream<VehicleOnHand> vehicles = onHand(scope)) {
            vehicles.forEach(sums::add);
        }
        StockPolicy policy = storeId == null ? null : policyOf(storeId, now);
        return new StockBoard(
                now,
                storeId,
                policy,
                sums.total.line(),
                lines(sums.models, StockBoard.Model::new),
                lines(sums.stores, StockBoard.Store::new));
    }

    private Stream<VehicleOnHand> onHand(Criteria scope) {
        var inStock = Criteria.where(Vehicles.STATE).in(StockState.IN_STOCK.name(), StockState.ALLOCATED.name());
        var query = Query.query(new Criteria().andOperator(inStock, scope)).limit(MOST + 1);
        query.fields()
                .include(
                        "storeId",
                        Vehicles.MODEL,
                        Vehicles.COST,
                        Vehicles.AGED_FROM,
                        Vehicles.STATE,
                        Vehicles.CLASHES + ".orderId");
        return mongo.stream(query, Document.class, Vehicles.COLLECTION).map(StockBoards::read);
    }

    private static VehicleOnHand read(Document document) {
        var state = document.get("state", Document.class);
        var standing = state.get("standing", Document.class);
        return new VehicleOnHand(
                document.getString("storeId"),
                state.get("vehicle", Document.class).getString("model"),
                state.getLong("cost"),
                state.get("agedFrom", Date.class).toInstant(),
                StockState.ALLOCATED.name().equals(standing.getString("state")),
                !standing.getList("clashes", Document.class, List.of()).isEmpty());
    }

    private StockPolicy policyOf(String storeId, Instant at) {
        return policies.of(StockPolicy.KIND, storeId, at);
    }

    private static <T> List<T> lines(SortedMap<String, StockTally> tallies, BiFunction<String, StockLine, T> line) {
        return tallies.entrySet().stream()
                .map(entry -> line.apply(entry.getKey(), entry.getValue().line()))
                .toList();
    }

    private final class Sums {
        private final Instant now;
        private final Map<String, StockPolicy> policyOfStore = new HashMap<>();
        private final SortedMap<String, StockTally> models = new TreeMap<>();
        private final SortedMap<String, StockTally> stores = new TreeMap<>();
        private final StockTally total = new StockTally();
        private int count;

        Sums(Instant now) {
            this.now = now;
        }

        void add(VehicleOnHand vehicle) {
            if (++count > MOST) {
                throw new ProblemException(TOO_MANY, "Ask for one store, or for fewer.");
            }
            String storeId = vehicle.storeId();
            var policy = policyOfStore.computeIfAbsent(storeId, one -> policyOf(one, now));
            long age = StockAge.days(vehicle.agedFrom(), now, StockBoards.this.stores.zone(storeId));
            total.add(vehicle, age, policy);
            models.computeIfAbsent(vehicle.model(), _ -> new StockTally()).add(vehicle, age, policy);
            stores.computeIfAbsent(storeId, _ -> new StockTally()).add(vehicle, age, policy);
        }
    }
}
