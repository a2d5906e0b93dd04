package io.dianmai.kit.handover;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The handovers of a service, each carried out once however often it is asked for, also after a crash in the middle. */
public final class Handovers {
    /** More than anybody has in hand; whoever has more hands over twice. */
    public static final int MOST = 5_000;

    private static final String COLLECTION = "handovers";

    private final MongoTemplate mongo;

    public Handovers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Carries out what is left of a handover.
     *
     * @param open ids of what is open, asked for once
     * @param each hands over one of them, again if need be, and names what became of it; when it throws, a repeat goes on
     *     from there
     */
    public Handover carryOut(Handover asked, Supplier<List<String>> open, BiFunction<Handover, String, String> each) {
        Handover begun = begun(asked, open);
        if (begun.counts() != null) {
            return begun;
        }
        var counts = new TreeMap<String, Integer>();
        begun.work().forEach(item -> counts.merge(each.apply(begun, item), 1, Integer::sum));
        return finished(begun, counts);
    }

    private Handover begun(Handover asked, Supplier<List<String>> open) {
        Handover before = find(asked.id());
        if (before != null) {
            return before;
        }
        try {
            return mongo.insert(asked.of(open.get()), COLLECTION);
        } catch (DuplicateKeyException atTheSameMoment) {
            return Objects.requireNonNull(find(asked.id()), "it was there a moment ago");
        }
    }

    /** Two that carry out the same one at the same time come to the same; the first to finish says what. */
    private Handover finished(Handover begun, Map<String, Integer> counts) {
        var unfinished =
                Query.query(Criteria.where("_id").is(begun.id()).and("counts").exists(false));
        boolean first = mongo.updateFirst(unfinished, Update.update("counts", counts), COLLECTION)
                        .getModifiedCount()
                > 0;
        Handover finished = first ? null : find(begun.id());
        return finished == null ? begun.done(counts) : finished;
    }

    private @Nullable Handover find(String id) {
        return mongo.findById(id, Handover.class, COLLECTION);
    }
}
