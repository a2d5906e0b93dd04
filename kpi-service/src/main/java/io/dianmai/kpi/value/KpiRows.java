package io.dianmai.kpi.value;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows as queries read them: absolute values, one document per store and period, found by exact {@code _id}. A
 * write counts only if it is newer by its place in {@code kpi-rows}, so repeats and stragglers change nothing.
 */
@Component
class KpiRows {
    private static final String COLLECTION = "kpi_rows";
    private static final String ID = "_id";
    private static final String OFFSET = "offset";
    private static final String TOTALS = "totals";
    private static final String SLICES = "slices";
    private static final int IDS_PER_QUERY = 10_000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;

    KpiRows(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A row and its offset in {@code kpi-rows}. */
    record Placed(RowSnapshot row, long offset) {}

    void write(Collection<Placed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var writes = rows.stream().map(KpiRows::replacement).toList();
        try {
            documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            // A newer row is there already: the guard did not match, and the insert met its id.
            boolean onlyNewerThere = failed.getWriteConcernError() == null
                    && failed.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyNewerThere) {
                throw failed;
            }
        }
    }

    private static ReplaceOneModel<Document> replacement(Placed placed) {
        RowSnapshot row = placed.row();
        String id = new RowKey(row.storeId(), row.period()).toString();
        Document document = new Document(ID, id)
                .append(OFFSET, placed.offset())
                .append("revision", row.revision())
                .append("heardTo", row.heardTo())
                .append(TOTALS, new Document(row.totals()))
                .append(SLICES, row.slices().stream().map(KpiRows::slice).toList());
        return new ReplaceOneModel<>(
                Filters.and(Filters.eq(ID, id), Filters.lt(OFFSET, placed.offset())), document, UPSERT);
    }

    private static Document slice(RowSnapshot.SliceCounters slice) {
        return new Document("dimension", slice.dimension())
                .append("value", slice.value())
                .append("counters", new Document(slice.counters()));
    }

    /** Hands each counter of each of these rows to {@code sink}. */
    void totals(List<String> ids, BiConsumer<String, Long> sink) {
        read(ids, TOTALS, document -> counters(document.get(TOTALS, Document.class), sink));
    }

    /** Hands the counters of each value of one dimension to the sink of that value. */
    void slices(List<String> ids, Dimension dimension, SliceSink sink) {
        read(ids, SLICES, document -> {
            for (Document slice : document.getList(SLICES, Document.class)) {
                if (dimension.wireName().equals(slice.getString("dimension"))) {
                    counters(slice.get("counters", Document.class), sink.of(slice.getString("value")));
                }
            }
        });
    }

    /** Chooses the sink for a dimension value. */
    @FunctionalInterface
    interface SliceSink {
        BiConsumer<String, Long> of(String value);
    }

    private void read(List<String> ids, String part, Consumer<Document> reader) {
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
            documents()
                    .find(Filters.in(ID, some))
                    .projection(Projections.include(part))
                    .forEach(reader);
        }
    }

    private static void counters(Document counters, BiConsumer<String, Long> sink) {
        counters.forEach((name, amount) -> {
            if (amount instanceof Number number) {
                sink.accept(name, number.longValue());
            }
        });
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
