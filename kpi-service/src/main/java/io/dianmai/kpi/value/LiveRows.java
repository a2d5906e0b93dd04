package io.dianmai.kpi.value;

import com.mongodb.client.model.Filters;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whole rows as answers are made of them, for whoever compares them with something. */
@Component
public class LiveRows {
    private static final int IDS_PER_QUERY = 1_000;

    private final MongoTemplate mongo;

    LiveRows(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * A row.
     *
     * @param period see {@link RowKey}
     * @param revision how many postings are in it
     */
    public record LiveRow(
            String period, long revision, Map<String, Long> totals, List<RowSnapshot.SliceCounters> slices) {}

    /** Those of these rows that there are; one whose slices are not of the same revision is being written, and left out. */
    public List<LiveRow> of(Collection<RowKey> keys) {
        List<String> ids = keys.stream().map(RowKey::toString).toList();
        Map<String, Document> sliced = new HashMap<>();
        read(KpiRows.SLICES_COLLECTION, ids, document -> sliced.put(document.getString("_id"), document));
        List<LiveRow> rows = new ArrayList<>();
        read(KpiRows.TOTALS_COLLECTION, ids, document -> {
            Document slices = sliced.get(document.getString("_id"));
            if (slices == null || revision(slices) == revision(document)) {
                rows.add(row(document, slices));
            }
        });
        return rows;
    }

    private void read(String collection, List<String> ids, Consumer<Document> reader) {
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
            mongo.getCollection(collection).find(Filters.in("_id", some)).forEach(reader);
        }
    }

    private static LiveRow row(Document document, @Nullable Document slices) {
        return new LiveRow(
                RowKey.parse(document.getString("_id")).period(),
                revision(document),
                KpiRows.amounts(document.getString(KpiRows.TOTALS)),
                slices == null ? List.of() : KpiRows.slices(slices.getString(KpiRows.SLICES)));
    }

    private static long revision(Document document) {
        Number revision = document.get("revision", Number.class);
        return revision == null ? 0 : revision.longValue();
    }
}
