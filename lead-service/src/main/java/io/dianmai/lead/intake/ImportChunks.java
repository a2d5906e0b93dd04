package io.dianmai.lead.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.dianmai.contracts.EventJson;
import io.dianmai.kit.personal.ByteSealer;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The rows of imports in chunks, sealed, for they hold names and phones as they came; and the verdicts on them. Of rows
 * that were taken in nothing stays here.
 */
@Component
class ImportChunks {
    /** Rows of a chunk: taken in together, by one write. */
    static final int ROWS = 500;

    private static final String COLLECTION = "importChunks";
    private static final String ROWS_FIELD = "rows";
    private static final String VERDICTS = "verdicts";
    private static final TypeReference<List<ImportRow>> ROWS_TYPE = new TypeReference<>() {};
    private static final TypeReference<List<Verdict>> VERDICTS_TYPE = new TypeReference<>() {};

    private final MongoTemplate mongo;
    private final ByteSealer sealer;

    ImportChunks(MongoTemplate mongo, ByteSealer sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    /** Keeps rows that wait; a repeat replaces them. */
    void keep(String importId, int chunk, List<ImportRow> rows) {
        String id = id(importId, chunk);
        set(id, new Update().set(ROWS_FIELD, sealed(id, rows)));
    }

    /** The rows that wait, or of a settled chunk the bad ones. */
    List<ImportRow> rows(String importId, int chunk) {
        String id = id(importId, chunk);
        Document found = mongo.findById(id, Document.class, COLLECTION);
        Binary sealed = found == null ? null : found.get(ROWS_FIELD, Binary.class);
        return sealed == null ? List.of() : opened(id, sealed);
    }

    /** Keeps the verdicts, and of the rows only the bad ones. */
    void settle(String importId, int chunk, List<Verdict> verdicts, List<ImportRow> bad) {
        String id = id(importId, chunk);
        Update update = new Update().set(VERDICTS, EventJson.MAPPER.writeValueAsString(verdicts));
        set(id, bad.isEmpty() ? update.unset(ROWS_FIELD) : update.set(ROWS_FIELD, sealed(id, bad)));
    }

    /** The verdicts on a chunk; none while it waits. */
    List<Verdict> verdicts(String importId, int chunk) {
        Document found = mongo.findById(id(importId, chunk), Document.class, COLLECTION);
        String verdicts = found == null ? null : found.getString(VERDICTS);
        return verdicts == null ? List.of() : EventJson.MAPPER.readValue(verdicts, VERDICTS_TYPE);
    }

    /** The rows left of a settled chunk that are such; they came as they are. */
    List<ImportRow> find(String importId, int chunk, Predicate<ImportRow> wanted) {
        return rows(importId, chunk).stream().filter(wanted).toList();
    }

    /** Empties the rows left of a settled chunk that are such; says how many there were. */
    int empty(String importId, int chunk, Predicate<ImportRow> telling) {
        List<ImportRow> rows = rows(importId, chunk);
        int count = Math.toIntExact(rows.stream().filter(telling).count());
        if (count > 0) {
            keep(
                    importId,
                    chunk,
                    rows.stream()
                            .map(row -> telling.test(row) ? new ImportRow(row.line(), List.of(), Map.of(), null) : row)
                            .toList());
        }
        return count;
    }

    void forget(String importId, int chunks) {
        for (int chunk = 0; chunk < chunks; chunk++) {
            mongo.remove(query(where("_id").is(id(importId, chunk))), COLLECTION);
        }
    }

    private void set(String id, Update update) {
        mongo.upsert(query(where("_id").is(id)), update, COLLECTION);
    }

    private byte[] sealed(String id, List<ImportRow> rows) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(EventJson.MAPPER.writeValueAsBytes(rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sealer.seal(id, packed.toByteArray());
    }

    private List<ImportRow> opened(String id, Binary sealed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(sealer.open(id, sealed.getData())))) {
            return EventJson.MAPPER.readValue(in.readAllBytes(), ROWS_TYPE);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String id(String importId, int chunk) {
        return "%s/%05d".formatted(importId, chunk);
    }
}
