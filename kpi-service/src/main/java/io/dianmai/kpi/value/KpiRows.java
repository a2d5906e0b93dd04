package io.dianmai.kpi.value;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.contracts.EventJson;
import io.dianmai.kit.store.TakenIds;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The rows as queries read them: absolute values, found by exact {@code _id}, the totals apart from the slices, because
 * most questions are of totals and slices are many times as long. Amounts are JSON texts: nobody asks the store for one
 * of them, and stores take their time over each field of a document. A write counts only if it is newer by its place in
 * {@code kpi-rows}, so repeats and stragglers change nothing.
 */
@Component
public class KpiRows {
    static final String TOTALS_COLLECTION = "kpi_rows";
    static final String SLICES_COLLECTION = "kpi_slices";
    private static final String ID = "_id";
    private static final String OFFSET = "offset";
    private static final String HEARD_TO = "heardTo";
    static final String TOTALS = "totals";
    static final String SLICES = "slices";
    private static final TypeReference<LinkedHashMap<String, Long>> AMOUNTS = new TypeReference<>() {};
    private static final TypeReference<List<RowSnapshot.SliceCounters>> ALL_SLICES = new TypeReference<>() {};
    private static final int IDS_PER_QUERY = 5_000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;
    private final RowsAtHand atHand;

    KpiRows(MongoTemplate mongo, RowsAtHand atHand) {
        this.mongo = mongo;
        this.atHand = atHand;
    }

    /** A row and its offset in {@code kpi-rows}. */
    record Placed(RowText row, long offset) {}

    /** Takes amounts. */
    @FunctionalInterface
    interface TotalSink {
        void add(RowKey row, String counter, long amount);
    }

    /** Takes amounts of values of a dimension. */
    @FunctionalInterface
    interface SliceSink {
        void add(RowKey row, String value, String counter, long amount);
    }

    /** Slices go first: whoever sees the totals of a row sees slices that are no older. */
    void write(Collection<Placed> rows) {
        bulk(
                SLICES_COLLECTION,
                rows.stream().filter(placed -> isSliced(placed.row())).map(KpiRows::slices));
        bulk(TOTALS_COLLECTION, rows.stream().map(KpiRows::totals));
    }

    /** Hands over what the rows of these ids say of these counters. */
    void totals(List<String> ids, Collection<String> counters, TotalSink sink) {
        atHand.totals(ids, this::storedTotals, (id, totals) -> {
            RowKey row = RowKey.parse(id);
            for (String counter : counters) {
                long amount = totals.of(counter);
                if (amount != 0) {
                    sink.add(row, counter, amount);
                }
            }
        });
    }

    private Map<String, RowTotals> storedTotals(List<String> ids) {
        Map<String, RowTotals> found = HashMap.newHashMap(ids.size());
        read(TOTALS_COLLECTION, ids, Projections.include(TOTALS, HEARD_TO), document -> {
            Instant heardTo = document.getDate(HEARD_TO).toInstant();
            found.put(document.getString(ID), RowTotals.of(heardTo, amounts(document.getString(TOTALS))));
        });
        return found;
    }

    /** The same for each value of one dimension. */
    void slices(List<String> ids, Dimension dimension, Collection<String> counters, SliceSink sink) {
        List<String> stored = new ArrayList<>();
        for (String id : ids) {
            Optional<byte[]> lately = atHand.changed(id);
            lately.map(RowText::read)
                    .ifPresent(row -> hand(row.key(), slices(row.slices()), dimension, counters, sink));
            if (lately.isEmpty()) {
                stored.add(id);
            }
        }
        read(SLICES_COLLECTION, stored, Projections.include(SLICES), document -> {
            RowKey row = RowKey.parse(document.getString(ID));
            hand(row, slices(document.getString(SLICES)), dimension, counters, sink);
        });
    }

    private static void hand(
            RowKey row,
            List<RowSnapshot.SliceCounters> slices,
            Dimension dimension,
            Collection<String> counters,
            SliceSink sink) {
        for (RowSnapshot.SliceCounters slice : slices) {
            if (slice.dimension().equals(dimension.wireName())) {
                each(slice.counters(), counters, (counter, amount) -> sink.add(row, slice.value(), counter, amount));
            }
        }
    }

    /** The amounts that the text of totals says, by counter. */
    static Map<String, Long> amounts(String totals) {
        return EventJson.MAPPER.readValue(totals, AMOUNTS);
    }

    /** What the text of slices says. */
    static List<RowSnapshot.SliceCounters> slices(String slices) {
        return EventJson.MAPPER.readValue(slices, ALL_SLICES);
    }

    /** The row of a year has totals only. */
    private static boolean isSliced(RowText row) {
        return !row.slices().equals(RowText.NO_SLICES)
                || ReportingPeriod.parse(row.key().period())
                        .filter(ReportingPeriod.Year.class::isInstance)
                        .isEmpty();
    }

    private static Document head(Placed placed) {
        RowText row = placed.row();
        return new Document(ID, row.key().toString())
                .append(OFFSET, placed.offset())
                .append("revision", row.revision())
                .append(HEARD_TO, row.heardTo());
    }

    private static Document totals(Placed placed) {
        return head(placed).append(TOTALS, placed.row().totals());
    }

    private static Document slices(Placed placed) {
        return head(placed).append(SLICES, placed.row().slices());
    }

    private void bulk(String collection, Stream<Document> documents) {
        List<ReplaceOneModel<Document>> writes = documents.map(KpiRows::ifNewer).toList();
        if (writes.isEmpty()) {
            return;
        }
        try {
            mongo.getCollection(collection).bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            // Of some rows newer ones are there already.
            TakenIds.requireNothingElse(failed);
        }
    }

    /** The id stands at the top of the query, where a store looks for an index. */
    private static ReplaceOneModel<Document> ifNewer(Document document) {
        Document older = new Document(ID, document.get(ID)).append(OFFSET, new Document("$lt", document.get(OFFSET)));
        return new ReplaceOneModel<>(older, document, UPSERT);
    }

    private void read(String collection, List<String> ids, Bson projection, Consumer<Document> reader) {
        MongoCollection<Document> documents = mongo.getCollection(collection);
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
            documents
                    .find(Filters.in(ID, some))
                    .projection(projection)
                    .batchSize(IDS_PER_QUERY)
                    .forEach(reader);
        }
    }

    @FunctionalInterface
    private interface Amounts {
        void add(String counter, long amount);
    }

    private static void each(Map<String, ?> all, Collection<String> counters, Amounts sink) {
        for (String counter : counters) {
            if (all.get(counter) instanceof Number amount) {
                sink.add(counter, amount.longValue());
            }
        }
    }
}
