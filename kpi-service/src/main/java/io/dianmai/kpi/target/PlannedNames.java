package io.dianmai.kpi.target;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.kit.time.Recent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Of which counters and KPIs there are plans at all: few of all that there could be, and a question about a group would
 * look for each of them at each store. A name is written before its first plan, so none is ever missing.
 */
@Component
class PlannedNames {
    private static final String COLLECTION = "planned_names";
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final Recent<Set<String>> names;
    /** Written by this instance: known at once. */
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    PlannedNames(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.names = new Recent<>(this::read, FRESH_FOR, clock);
        // Plans of a version that did not write their names down.
        add(mongo.getCollection(PlanArchive.COLLECTION)
                .distinct(PlanDocument.WHAT, String.class)
                .into(new ArrayList<>()));
    }

    /** Those of these names of which there may be plans. */
    Set<String> among(Collection<String> wanted) {
        Set<String> planned = new HashSet<>(names.get());
        planned.addAll(own);
        planned.retainAll(wanted);
        return planned;
    }

    /** There will be a plan of each of these. */
    void add(Collection<String> planned) {
        Set<String> added = new HashSet<>(planned);
        added.removeAll(own);
        if (!added.isEmpty()) {
            mongo.getCollection(COLLECTION)
                    .bulkWrite(added.stream()
                            .map(name -> new ReplaceOneModel<>(
                                    Filters.eq("_id", name),
                                    new Document("_id", name),
                                    new ReplaceOptions().upsert(true)))
                            .toList());
            own.addAll(added);
        }
    }

    private Set<String> read() {
        Set<String> read = new HashSet<>();
        mongo.getCollection(COLLECTION).find().forEach(name -> read.add(name.getString("_id")));
        return read;
    }
}
