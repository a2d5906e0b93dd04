package io.dianmai.gateway.audit;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.audit.AuditRecorded;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/**
 * An entry as it is kept. The JSON is what counts; the other fields repeat it for searching.
 *
 * @param previous hash of the entry before
 */
record KeptEntry(AuditRecorded entry, String json, String previous, Link link) {
    static final String AT = "at";
    static final String KIND = "kind";
    static final String ACTOR = "actor";
    static final String STAFF = "staffId";
    static final String STORE = "storeId";
    static final String OBJECT = "objectId";
    static final String OUTCOME = "outcome";
    static final String LINK = "link";

    private static final String PARTITION = "partition";
    private static final String POSITION = "position";
    private static final String PREVIOUS = "previous";
    private static final String HASH = "hash";
    private static final String ENTRY = "entry";

    /** The entry that follows in its chain. */
    static KeptEntry after(Link last, AuditRecorded entry) {
        String json = EventJson.MAPPER.writeValueAsString(entry);
        return new KeptEntry(entry, json, last.hash(), last.next(json));
    }

    static KeptEntry read(Document document) {
        String json = document.getString(ENTRY);
        return new KeptEntry(
                EventJson.MAPPER.readValue(json, AuditRecorded.class),
                json,
                document.getString(PREVIOUS),
                new Link(document.getInteger(PARTITION), document.getLong(POSITION), document.getString(HASH)));
    }

    Document document() {
        return new Document("_id", entry.entryId())
                .append(AT, Date.from(entry.at()))
                .append(KIND, entry.kind())
                .append(ACTOR, entry.actor().subject())
                .append(STAFF, entry.actor().staffId())
                .append(STORE, entry.storeId())
                .append(OBJECT, entry.objectId())
                .append(OUTCOME, entry.outcome().name())
                .append(PARTITION, link.partition())
                .append(POSITION, link.position())
                .append(LINK, link.key())
                .append(PREVIOUS, previous)
                .append(HASH, link.hash())
                .append(ENTRY, json);
    }

    /** Whether a document says in all its fields what this entry says. */
    boolean isWhatStandsIn(Document document) {
        return document().entrySet().stream()
                .allMatch(field -> Objects.equals(field.getValue(), document.get(field.getKey())));
    }
}
