package io.dianmai.kpi.value;

import com.mongodb.client.model.Filters;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
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

    /** Those of these rows that there are. */
    public List<LiveRow> of(Collection<RowKey> keys) {
        List<String> ids = keys.stream().map(RowKey::toString).toList();
        List<LiveRow> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
            mongo.getCollection("kpi_rows")
                    .find(Filters.in("_id", some))
                    .map(LiveRows::row)
                    .into(rows);
        }
        return rows;
    }

    private static LiveRow row(Document document) {
        Number revision = document.get("revision", Number.class);
        return new LiveRow(
                RowKey.parse(document.getString("_id")).period(),
                revision == null ? 0 : revision.longValue(),
                amounts(document.get("totals", Document.class)),
                document.getList("slices", Document.class).stream()
                        .map(slice -> new RowSnapshot.SliceCounters(
                                slice.getString("dimension"),
                                slice.getString("value"),
                                amounts(slice.get("counters", Document.class))))
                        .toList());
    }

    private static Map<String, Long> amounts(Document document) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        document.forEach((counter, amount) -> {
            if (amount instanceof Number number) {
                amounts.put(counter, number.longValue());
            }
        });
        return amounts;
    }
}
