package io.dianmai.kit.aggregate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The stored shape of every aggregate.
 *
 * <pre>
 * { _id, storeId, version, sequence,   // sequence: of its last event
 *   state: { … },
 *   outbox: [ … ], pendingSince,       // events not yet known to be in Kafka
 *   commands: [ … ],                   // the last ids carried out
 *   heard: [ {id, sequence}, … ] }     // the last event heard from each other aggregate
 * </pre>
 */
record AggregateDocument(
        String id,
        String storeId,
        long version,
        long sequence,
        @Nullable Document state,
        List<PendingEvent> outbox,
        List<String> commands,
        Map<String, Long> heard) {

    static final String ID = "_id";
    static final String STORE_ID = "storeId";
    static final String VERSION = "version";
    static final String SEQUENCE = "sequence";
    static final String STATE = "state";
    static final String OUTBOX = "outbox";
    static final String PENDING_SINCE = "pendingSince";
    static final String COMMANDS = "commands";
    static final String HEARD = "heard";

    /** How many command ids a document remembers: repeats come within minutes, not after this many changes. */
    static final int COMMANDS_KEPT = 64;

    /** How many other aggregates' positions a document remembers. */
    static final int HEARD_KEPT = 64;

    static AggregateDocument read(Document document) {
        return new AggregateDocument(
                document.getString(ID),
                document.getString(STORE_ID),
                document.getLong(VERSION),
                document.getLong(SEQUENCE),
                document.get(STATE, Document.class),
                document.getList(OUTBOX, Document.class, List.of()).stream()
                        .map(PendingEvent::read)
                        .toList(),
                document.getList(COMMANDS, String.class, List.of()),
                heard(document.getList(HEARD, Document.class, List.of())));
    }

    static AggregateDocument absent(String id, String storeId) {
        return new AggregateDocument(id, storeId, 0, 0, null, List.of(), List.of(), Map.of());
    }

    boolean exists() {
        return version > 0;
    }

    boolean hasDone(Command command) {
        return commands.contains(command.id());
    }

    boolean hasHeard(Command command) {
        Command.Heard event = command.heard();
        return event != null && heard.getOrDefault(event.aggregateId(), 0L) >= event.sequence();
    }

    /** Whether it has changed since whoever gives the command has read it; what does not exist was never read. */
    boolean isStaleFor(Command command) {
        Long expected = command.expected();
        return expected != null && exists() && expected != version;
    }

    /** As it is once a command has brought it to {@code reached}; what is written of it is said elsewhere. */
    AggregateDocument after(Command command, long reached) {
        Map<String, Long> positions = heard;
        Command.Heard event = command.heard();
        if (event != null) {
            positions = new LinkedHashMap<>(heard);
            positions.remove(event.aggregateId());
            positions.put(event.aggregateId(), event.sequence());
        }
        return new AggregateDocument(id, storeId, version, reached, state, outbox, commands, positions);
    }

    List<Document> writtenHeard() {
        return heard.entrySet().stream()
                .skip(Math.max(0, heard.size() - HEARD_KEPT))
                .map(entry -> new Document("id", entry.getKey()).append("sequence", entry.getValue()))
                .toList();
    }

    private static Map<String, Long> heard(List<Document> positions) {
        var heard = new LinkedHashMap<String, Long>();
        positions.forEach(position -> heard.put(position.getString("id"), position.getLong("sequence")));
        return heard;
    }
}
